import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const counts = {
  total: 2,
  passed: 2,
  violations: 0,
  warnings: 0,
  notJudged: 0,
  newViolations: 0,
};
const receiptFor = (entity: string, verdict = 'passed') => ({
  id: `receipt of ${entity}`,
  status: 'accepted',
  at: '2026-01-01T00:00:00Z',
  state: 'can-ship',
  fixFirst: [],
  decision: { verdict, mode: 'enforce', counts },
});

let portal: FakePortal;
let folder: Folder;
let outside: Folder;

beforeEach(async () => {
  portal = await FakePortal.start();
  portal.answer = ({ url }) => ({
    status: 201,
    body: receiptFor(url.searchParams.get('entity')!),
  });
  folder = new Folder();
  outside = new Folder();
});
afterEach(async () => {
  await portal.stop();
  folder.remove();
  outside.remove();
});

const component = (name: string, more = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n${more}spec: {}\n`;
const bom = (name: string) => `{"bomFormat":"CycloneDX","name":"${name}"}`;
const pushAll = (...args: string[]) =>
  runCli(['push', '--all', '--release', '1.0.0', ...args], {
    cwd: folder.path,
    env: {
      SUPPLY_CHAIN_PORTAL: portal.address,
      SUPPLY_CHAIN_TOKEN: 'secret-token',
    },
  });
const sent = () =>
  portal.arrived.map(
    ({ url: { searchParams } }) =>
      `${searchParams.get('entity')} ${searchParams.get('fileName')}`,
  );

/** A monorepo with everything that is to be found, and what is not. */
function monorepo() {
  folder.write(
    'catalog-info.yaml',
    [
      'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: shop\nspec: {}',
      component('Web'),
      '',
    ].join('\n---\n'),
  );
  folder.write('dist/sbom/web.json', bom('web'));
  folder.write('dist/sbom/.DS_Store', 'x');
  folder.write('dist/sbom/deeper/no.json', bom('no'));
  folder.write(
    'services/api/catalog-info.yaml',
    component('api', '  namespace: Backend\n'),
  );
  folder.write('services/api/dist/sbom/api.json', bom('api'));
  folder.write('services/api/dist/provenance/api.json', '{"p":1}');
  folder.write('services/api/dist/reports/trivy.json', '{"r":1}');
  folder.write('services/api/checksums.txt', 'abc  x');
  folder.write('services/api/checksums.txt.sigstore.json', '{}');
  folder.write('services/quiet/catalog-info.yaml', component('quiet'));
  folder.write('template/catalog-info.yaml', component("'${{ values.name }}'"));
  folder.write('node_modules/dep/catalog-info.yaml', component('dep'));
  folder.write('node_modules/dep/dist/sbom/dep.json', bom('dep'));
  folder.write('.git/catalog-info.yaml', component('git'));
  folder.write('.git/checksums.txt', 'x');
}

describe('push --all', () => {
  it('places what lies beside each catalog file, and nothing else', async () => {
    monorepo();
    outside.write('catalog-info.yaml', component('foreign'));
    const secret = outside.write('secret.json', bom('secret'));
    outside.write('dist/sbom/foreign.json', bom('foreign'));
    symlinkSync(outside.path, join(folder.path, 'linked'));
    symlinkSync(secret, join(folder.path, 'dist/sbom/secret.json'));
    symlinkSync(folder.path, join(folder.path, 'services/loop'));
    symlinkSync('web.json', join(folder.path, 'dist/sbom/again.json'));

    const result = await pushAll();
    expect(result.exitCode).toBe(0);
    expect(sent()).toEqual([
      'component:default/web again.json',
      'component:default/web web.json',
      'component:backend/api checksums.txt',
      'component:backend/api checksums.txt.sigstore.json',
      'component:backend/api api.json',
      'component:backend/api trivy.json',
      'component:backend/api api.json',
    ]);
    expect(
      new Set(portal.arrived.map(a => a.headers['idempotency-key'])).size,
    ).toBe(6);
    expect(result.stdout).toContain('component:default/quiet has no evidence');
    expect(result.stdout).toMatch(/template\/catalog-info\.yaml .*left out/);
    expect(result.stdout).not.toMatch(/dep|foreign|secret/);
  });

  it('shows the plan with --dry-run: no portal, no token, nothing sent', async () => {
    monorepo();
    const args = ['push', '--all', '--release', '1.0.0', '--dry-run'];
    const text = await runCli(args, { cwd: folder.path });
    expect(text.exitCode).toBe(0);
    expect(text.stdout).toContain(
      'component:backend/api 1.0.0 (release), from services/api/catalog-info.yaml',
    );
    const json = await runCli([...args, '--json'], { cwd: folder.path });
    const { entities } = JSON.parse(json.stdout);
    expect(entities).toHaveLength(2);
    expect(entities[1].files).toContainEqual({
      file: 'services/api/dist/sbom/api.json',
      size: bom('api').length,
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(portal.arrived).toHaveLength(0);
  });

  it('takes globs, a folder and exclusions', async () => {
    monorepo();
    folder.write(
      'libs/catalog-info.yaml',
      [component('one'), component('two')].join('---\n'),
    );
    folder.write('libs/out/one.cdx.json', bom('one'));
    folder.write('libs/out/two/deep/two.cdx.json', bom('two'));
    folder.write('libs/broken/catalog-info.yaml', 'a: [');
    folder.write('libs/broken/out/x.cdx.json', bom('x'));
    const result = await pushAll(
      'libs',
      '--exclude',
      'broken',
      '--evidence',
      'out/{name}.cdx.json',
      '--evidence',
      './out/**/{name}.*.json',
    );
    expect(result.stderr).toBe('');
    expect(sent()).toEqual([
      'component:default/one one.cdx.json',
      'component:default/two two.cdx.json',
    ]);
  });

  it('gives a file to the nearest catalog file, also where a glob reaches further', async () => {
    folder.write('catalog-info.yaml', component('root'));
    folder.write('a.cdx.json', bom('root'));
    folder.write('lib/catalog-info.yaml', component('lib'));
    folder.write('lib/x/a.cdx.json', bom('lib'));
    folder.write('library/a.cdx.json', bom('library'));
    await pushAll('--evidence', '**/a.cdx.json');
    expect(
      portal.arrived.map(a => [a.url.searchParams.get('entity'), a.size]),
    ).toEqual([
      ['component:default/root', bom('root').length],
      ['component:default/root', bom('library').length],
      ['component:default/lib', bom('lib').length],
    ]);
  });

  it('answers for all: what is not known outweighs a no, a no outweighs a yes', async () => {
    monorepo();
    const answers: Record<string, string> = {
      'component:default/web': 'passed',
      'component:backend/api': 'failed',
    };
    portal.answer = ({ url }) => {
      const entity = url.searchParams.get('entity')!;
      return { status: 201, body: receiptFor(entity, answers[entity]) };
    };
    expect((await pushAll('--quiet')).exitCode).toBe(1);
    answers['component:default/web'] = 'error';
    const result = await pushAll('--json');
    expect(result.exitCode).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject({
      exitCode: 2,
      entities: [
        { exitCode: 2, verdict: 'error' },
        { exitCode: 1, verdict: 'failed', deliveries: { length: 5 } },
      ],
    });
  });

  it.each<[string, () => void, string[], RegExp]>([
    [
      'a broken file with evidence beside it',
      () => folder.write('a/catalog-info.yaml', 'kind: [Component'),
      [],
      /a\/catalog-info\.yaml is not YAML: .* --exclude/,
    ],
    [
      'an entity without a name',
      () =>
        folder.write('a/catalog-info.yaml', 'kind: Component\nmetadata: {}'),
      [],
      /has an entity with no metadata\.name/,
    ],
    [
      'an alias bomb',
      () =>
        folder.write(
          'a/catalog-info.yaml',
          `a: &a [x]\n${'bcdefghij'
            .split('')
            .map(
              (key, at) =>
                `${key}: &${key} [${`*${'abcdefghij'[at]},`.repeat(9)}]`,
            )
            .join('\n')}`,
        ),
      [],
      /alias/i,
    ],
    [
      'two components in one folder',
      () =>
        folder.write(
          'a/catalog-info.yaml',
          [component('one'), component('two')].join('---\n'),
        ),
      [],
      /could be of component:default\/one or of component:default\/two.*\{name\}/,
    ],
    [
      'one entity in two places',
      () => {
        folder.write('a/catalog-info.yaml', component('one'));
        folder.write('b/catalog-info.yaml', component('ONE'));
        folder.write('b/checksums.txt', 'x');
      },
      [],
      /is in a\/catalog-info\.yaml and in b\/catalog-info\.yaml/,
    ],
    ['no evidence', () => {}, [], /No evidence beside any catalog-info\.yaml/],
    [
      'an entity',
      () => {},
      ['--entity', 'x'],
      /--entity says something of one/,
    ],
    ['two folders', () => {}, ['a', 'b'], /--all takes one folder/],
    ['no such folder', () => {}, ['none'], /none cannot be read/],
  ])('%s: one line, exit code 2, nothing sent', async (_, make, args, line) => {
    folder.write('a/checksums.txt', 'x');
    make();
    const result = await pushAll(...args);
    expect(result.stderr).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(result.exitCode).toBe(2);
    expect(portal.arrived).toHaveLength(0);
  });
});

import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runCli } from '../__testUtils__/runCli';

const repository = resolve(__dirname, '../../../..');
const corpus = resolve(repository, '../shared/corpus/sbom');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const evaluate = (...args: string[]) =>
  runCli(['evaluate', ...args], { cwd: folder });

/** A document that the repository carries for its demo. */
function carried(name: string): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    gunzipSync(
      readFileSync(join(repository, 'demo', 'evidence', `${name}.gz`)),
    ),
  );
  return path;
}

describe('evaluate', () => {
  it('passes an SBOM that this command line makes, today and in a year', async () => {
    const sbom = await runCli(
      [
        'sbom',
        resolve(__dirname, '../..'),
        '--builtin',
        '--author',
        'Me',
        '--output',
        'cli.json',
      ],
      { cwd: folder },
    );
    expect(sbom.exitCode).toBe(0);
    const result = await evaluate('cli.json', '--json');
    const { judgement, notGiven, exitCode } = JSON.parse(result.stdout);
    expect(judgement.verdict).toBe('passed');
    expect(exitCode).toBe(0);
    expect(result.exitCode).toBe(0);
    expect(notGiven).toEqual(['provenance']);
    expect(
      judgement.rules.filter((rule: { willFail: boolean }) => rule.willFail),
    ).toEqual([]);
  });

  it('judges real documents with title, place and solution, and lists what it did not see', async () => {
    const file = carried('backstage-app.yarn-plugin.cdx16.json');
    const bom = JSON.parse(readFileSync(file, 'utf8'));
    bom.components.push({
      type: 'library',
      name: 'mupdf',
      version: '1.26.4',
      'bom-ref': 'mupdf',
      purl: 'pkg:npm/mupdf@1.26.4',
      licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
    });
    const changed = join(folder, 'changed.json');
    writeFileSync(changed, JSON.stringify(bom));

    expect((await evaluate(file)).exitCode).toBe(0);
    const result = await evaluate(changed);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(
      'sbom, cyclonedx-json 1.6, 1659 components',
    );
    expect(result.stdout).toContain('✖ Licence is denied (LIC-001)');
    expect(result.stdout).toContain(
      'AGPL-3.0-or-later is not allowed: mupdf 1.26.4',
    );
    expect(result.stdout).toContain(`at ${changed} /components/1658`);
    expect(result.stdout).toMatch(
      /Not judged: Exploited vulnerability with a fix/,
    );
    expect(result.stdout).toContain('Not given, so not judged: provenance.');
    expect(result.stdout).toContain('✖ Cannot ship: 1 of ');
  });

  it('is never a yes without the evidence that is required', async () => {
    const sums = join(folder, 'checksums.txt');
    writeFileSync(sums, `${'a'.repeat(64)}  app.tgz\n`);
    const partial = await evaluate(sums);
    expect(partial.exitCode).toBe(1);
    expect(partial.stdout).toContain('evidence is missing');

    const complete = await evaluate(sums, '--complete');
    expect(complete.exitCode).toBe(1);
    expect(complete.stdout).toContain(
      '✖ Required evidence is missing (EVI-001)',
    );

    const expected = await evaluate(sums, '--expect', 'checksums');
    expect(expected.exitCode).toBe(0);
    expect(expected.stdout).toContain('✔ Can ship');
  });

  it.each<[string, string, string[], RegExp]>([
    [
      'not JSON',
      '{"bomFormat":"CycloneDX",\n  "specVersion" "1.6"}',
      [],
      /^bad\.json (at \/specVersion|in line 2): /,
    ],
    ['unknown', 'hello', [], /bad\.json is in no format that is known here/],
    [
      'an unknown kind',
      '{}',
      ['--expect', 'sbom,receipt'],
      /'receipt' is not one of/,
    ],
    [
      'an unknown collection',
      '{}',
      ['--collection', 'all'],
      /Allowed choices are minimal, release/,
    ],
  ])('%s: one line and exit code 2', async (_, content, args, line) => {
    writeFileSync(join(folder, 'bad.json'), content);
    const result = await evaluate('bad.json', ...args);
    expect(result.stderr).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(result.exitCode).toBe(2);
  });

  it('prints hostile text inert', async () => {
    writeFileSync(
      join(folder, 'hostile.json'),
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        components: [
          {
            type: 'library',
            name: 'evil\u001b]0;title\u0007\u202egnp',
            version: '1',
            licenses: [{ license: { id: 'AGPL-3.0-only' } }],
          },
        ],
      }),
    );
    for (const format of [[], ['--json']]) {
      const { stdout, exitCode } = await evaluate('hostile.json', ...format);
      expect(exitCode).toBe(1);
      expect(stdout).toContain('evil');
      for (const active of ['\u001b', '\u0007', '\u202e']) {
        expect(stdout).not.toContain(active);
      }
    }
  });

  const names = [
    'backstage-app.cyclonedx-npm.cdx17.json',
    'npm-tree.cyclonedx-npm.cdx16.json',
    'npm-tree.npm-sbom.spdx23.json',
    'chainloop.cdxgen.cdx15.json',
  ];
  it('gives a verdict on every SBOM of the corpus', async () => {
    if (!existsSync(corpus)) {
      // eslint-disable-next-line no-console
      console.warn('Skipped: the corpus is not beside the repository');
      return;
    }
    for (const name of names) {
      const { stdout } = await evaluate(join(corpus, name), '--json');
      const { judgement } = JSON.parse(stdout);
      expect(judgement.counts.passed).toBeGreaterThan(0);
      expect(judgement.verdict).not.toBe('error');
    }
  });
});

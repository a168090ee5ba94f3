import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runCli } from '../__testUtils__/runCli';
import { repositoryUri } from '../provenance/findSource';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'make-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: object | string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(
    join(folder, path),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
}

const cli = (...args: string[]) => runCli(args, { cwd: folder });

describe('checksums', () => {
  it('is what sha256sum -c accepts', async () => {
    write('dist/a.tgz', 'one');
    write('dist/b.tgz', 'two');
    const { exitCode } = await cli('checksums', 'dist/a.tgz', 'dist/b.tgz');
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'checksums.txt'), 'utf8')).toBe(
      [
        '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a.tgz',
        '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  b.tgz',
        '',
      ].join('\n'),
    );
  });

  it('refuses what would be ambiguous', async () => {
    write('x/a.tgz', 'one');
    write('y/a.tgz', 'two');
    const result = await cli('checksums', 'x/a.tgz', 'y/a.tgz');
    expect(result).toMatchObject({
      exitCode: 2,
      stderr: 'There are two files called a.tgz\n',
    });
  });
});

describe('provenance', () => {
  it('names files, commit and repository, without credentials', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'https://me:secret@git.example/a/b.git');
    write('a.tgz', 'one');
    git('add', '.');
    const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
    git(...who, 'commit', '-qm', 'first');

    const result = await cli('provenance', 'a.tgz', '--output', '-');
    expect(result.stdout).not.toContain('secret');
    const { subject, predicate, predicateType } = JSON.parse(result.stdout);
    expect(predicateType).toBe('https://slsa.dev/provenance/v1');
    expect(subject).toEqual([
      {
        name: 'a.tgz',
        digest: {
          sha256:
            '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
          sha512: expect.stringMatching(/^[0-9a-f]{128}$/),
        },
      },
    ]);
    expect(predicate.buildDefinition.resolvedDependencies).toEqual([
      {
        uri: 'git+https://git.example/a/b@refs/heads/main',
        digest: { gitCommit: git('rev-parse', 'HEAD') },
      },
    ]);
    expect(predicate.buildDefinition.internalParameters).toEqual({
      uncommittedChanges: false,
    });
  });

  it.each([
    ['git@git.example:a/b.git', 'git+https://git.example/a/b'],
    ['ssh://git@git.example/a/b', 'git+https://git.example/a/b'],
    ['/home/me/project', undefined],
    ['file:///home/me/project', undefined],
  ])('%s', (remote, uri) => {
    expect(repositoryUri(remote)).toBe(uri);
  });
});

describe('sbom', () => {
  it('lists each installed package once, with graph and licences as stated', async () => {
    const pkg = (name: string, version: string, more: object = {}) => ({
      name,
      version,
      license: 'MIT',
      ...more,
    });
    write(
      'package.json',
      pkg('@me/app', '1.0.0', {
        dependencies: { a: '*', '@s/b': '*', linked: '*' },
        devDependencies: { absent: '*' },
        optionalDependencies: { 'other-platform': '*' },
      }),
    );
    write(
      'node_modules/a/package.json',
      pkg('a', '1.0.0', {
        dependencies: { c: '^1' },
        license: '(MIT OR Apache-2.0)',
      }),
    );
    write(
      'node_modules/@s/b/package.json',
      pkg('@s/b', '2.0.0', {
        dependencies: { a: '*', c: '^2' },
        license: { type: 'ISC' },
      }),
    );
    write(
      'node_modules/@s/b/node_modules/c/package.json',
      pkg('c', '2.0.0', {
        license: 'Our own licence',
      }),
    );
    write(
      'node_modules/c/package.json',
      pkg('c', '1.0.0', {
        dependencies: { a: '*' },
        license: undefined,
      }),
    );
    write('elsewhere/linked/package.json', pkg('linked', '0.1.0'));
    symlinkSync(
      join(folder, 'elsewhere', 'linked'),
      join(folder, 'node_modules', 'linked'),
    );

    expect((await cli('sbom', '--author', 'Me')).exitCode).toBe(0);
    const text = readFileSync(join(folder, 'sbom.cdx.json'), 'utf8');
    const bom = JSON.parse(text);
    expect(bom.metadata).toMatchObject({
      component: { group: '@me', name: 'app', version: '1.0.0' },
      authors: [{ name: 'Me' }],
      lifecycles: [{ phase: 'build' }],
    });
    expect(
      Object.fromEntries(
        bom.components.map((one: { purl: string; licenses?: object }) => [
          one.purl,
          one.licenses,
        ]),
      ),
    ).toEqual({
      'pkg:npm/a@1.0.0': [{ expression: '(MIT OR Apache-2.0)' }],
      'pkg:npm/%40s/b@2.0.0': [{ license: { id: 'ISC' } }],
      'pkg:npm/c@1.0.0': undefined,
      'pkg:npm/c@2.0.0': [{ license: { name: 'Our own licence' } }],
      'pkg:npm/linked@0.1.0': [{ license: { id: 'MIT' } }],
    });
    const graph = Object.fromEntries(
      bom.dependencies.map((one: { ref: string; dependsOn?: string[] }) => [
        one.ref,
        one.dependsOn ?? [],
      ]),
    );
    expect(graph).toEqual({
      'pkg:npm/%40me/app@1.0.0': [
        'pkg:npm/%40s/b@2.0.0',
        'pkg:npm/a@1.0.0',
        'pkg:npm/linked@0.1.0',
      ],
      'pkg:npm/%40s/b@2.0.0': ['pkg:npm/a@1.0.0', 'pkg:npm/c@2.0.0'],
      'pkg:npm/a@1.0.0': ['pkg:npm/c@1.0.0'],
      'pkg:npm/c@1.0.0': ['pkg:npm/a@1.0.0'],
      'pkg:npm/c@2.0.0': [],
      'pkg:npm/linked@0.1.0': [],
    });
  });

  it('fails rather than leave a hole', async () => {
    write('package.json', {
      name: 'app',
      version: '1.0.0',
      dependencies: { 'not-there': '1' },
    });
    const result = await cli('sbom');
    expect(result).toMatchObject({
      exitCode: 2,
      stderr: 'not-there, which app needs, is not installed: install first\n',
    });
  });

  it('describes this very package', async () => {
    const here = resolve(__dirname, '../..');
    const { stdout } = await cli(
      ...['sbom', here, '--output', '-', '--release', '9.9.9+x'],
    );
    const { metadata, components, dependencies } = JSON.parse(stdout);
    expect(metadata.component).toMatchObject({
      version: '9.9.9+x',
      purl: 'pkg:npm/%40hotpass/supply-chain-cli@9.9.9%2Bx',
    });
    const names = components.map((one: { name: string }) => one.name);
    expect(names).toEqual(expect.arrayContaining(['commander', 'ajv']));
    expect(names).not.toContain('jest');
    expect(dependencies).toHaveLength(components.length + 1);
  });
});

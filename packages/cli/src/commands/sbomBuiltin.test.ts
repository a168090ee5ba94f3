import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCli } from '../__testUtils__/runCli';
import { Folder } from '../__testUtils__/Folder';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const write = (path: string, content: object) =>
  folder.write(path, JSON.stringify(content));
const cli = (...args: string[]) => runCli(args, { cwd: folder.path });

describe('sbom --builtin', () => {
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
      join(folder.path, 'elsewhere', 'linked'),
      join(folder.path, 'node_modules', 'linked'),
    );

    expect((await cli('sbom', '--builtin', '--author', 'Me')).exitCode).toBe(0);
    const text = readFileSync(
      join(folder.path, 'dist/sbom/app-sbom.json'),
      'utf8',
    );
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
    const result = await cli('sbom', '--builtin');
    expect(result).toMatchObject({
      exitCode: 2,
      stderr: 'not-there, which app needs, is not installed: install first\n',
    });
  });

  it('describes this very package', async () => {
    const here = resolve(__dirname, '../..');
    const { stdout } = await cli(
      ...['sbom', here, '--builtin', '--output', '-', '--release', '9.9.9+x'],
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

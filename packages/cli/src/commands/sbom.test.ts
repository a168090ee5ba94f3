import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const corpus = resolve(__dirname, '../../../../../shared/corpus/sbom');
/** What `uv lock` writes for a project of one package. */
const UV_LOCK = `version = 1
revision = 3
requires-python = ">=3.11"

[[package]]
name = "idna"
version = "3.10"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "trial"
version = "1.2.3"
source = { virtual = "." }
dependencies = [
    { name = "idna" },
]

[package.metadata]
requires-dist = [{ name = "idna", specifier = "==3.10" }]
`;

const withCorpus = existsSync(corpus) ? describe : describe.skip;
const withNetwork =
  process.env.SUPPLY_CHAIN_NETWORK_TESTS === '1' ? describe : describe.skip;

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

/** Programs that keep their call and write what a real generator has written. */
function pretend(programs: { [name: string]: string }): NodeJS.ProcessEnv {
  for (const [name, script] of Object.entries(programs)) {
    const path = folder.write(
      `bin/${name}`,
      `#!${process.execPath}\nconst { copyFileSync, writeFileSync } = require('fs');\n` +
        `const args = process.argv.slice(2);\n` +
        `writeFileSync(${JSON.stringify(join(folder.path, 'call.json'))},` +
        ` JSON.stringify({ args, cwd: process.cwd(), env: process.env }));\n` +
        `const output = args[args.findIndex(a => /^--out/.test(a)) + 1];\n${script}\n`,
    );
    chmodSync(path, 0o755);
  }
  return { PATH: join(folder.path, 'bin') };
}

const writes = (name: string) =>
  `copyFileSync(${JSON.stringify(join(corpus, name))}, output);`;
const call = () =>
  JSON.parse(readFileSync(join(folder.path, 'call.json'), 'utf8'));
const sbom = (args: string[], env: NodeJS.ProcessEnv) =>
  runCli(['sbom', 'app', ...args], { cwd: folder.path, env });
const read = (path: string) =>
  JSON.parse(readFileSync(join(folder.path, path), 'utf8'));
const propertiesOf = (bom: any, name: string) =>
  (bom.metadata.properties ?? [])
    .filter((one: any) => one.name === `hotpass:supply-chain:${name}`)
    .map((one: any) => one.value);

withCorpus(
  'sbom, by generators (needs the corpus beside the repository)',
  () => {
    it('leaves a npm tree to its CycloneDX generator and fills in what that leaves out', async () => {
      folder.write('app/package.json', '{"name":"@acme/trial"}');
      folder.write('app/package-lock.json', '{}');
      folder.write('app/node_modules/.package-lock.json', '{}');
      const env = {
        ...pretend({ npx: writes('npm-tree.cyclonedx-npm.cdx16.json') }),
        GITHUB_REPOSITORY_OWNER: 'acme',
        SUPPLY_CHAIN_TOKEN: 'secret-token-of-the-portal',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-too',
        NPM_TOKEN: 'is-needed',
      };
      const result = await sbom(['--output', 'out/sbom.json'], env);
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      expect(result.stdout).toMatch(
        /✔ out\/sbom\.json: \d+ components, by @cyclonedx\/cyclonedx-npm@6\.0\.1\./,
      );
      const { args, env: theirs, cwd } = call();
      expect(args.slice(0, 4)).toEqual([
        ...['--yes', '--package=@cyclonedx/cyclonedx-npm@6.0.1'],
        ...['--', 'cyclonedx-npm'],
      ]);
      expect(args.join(' ')).toContain('--omit dev');
      expect(args).not.toContain('--package-lock-only');
      expect(cwd).toMatch(/app$/);
      expect(theirs.NPM_TOKEN).toBe('is-needed');
      expect(JSON.stringify(theirs)).not.toContain('secret');

      const bom = read('out/sbom.json');
      expect(bom.metadata.authors).toEqual([{ name: 'acme' }]);
      expect(bom.metadata.lifecycles).toEqual([{ phase: 'build' }]);
      expect(propertiesOf(bom, 'filled')).toEqual([
        'metadata.authors',
        'metadata.lifecycles',
      ]);
      expect(propertiesOf(bom, 'generator')).toEqual([
        '@cyclonedx/cyclonedx-npm@6.0.1',
      ]);
      const real = JSON.parse(
        readFileSync(join(corpus, 'npm-tree.cyclonedx-npm.cdx16.json'), 'utf8'),
      );
      expect(bom.components).toEqual(real.components);
    });

    it('keeps an author that is named, but none that stands for the generator', async () => {
      folder.write('app/go.mod', 'module example.org/x\n');
      folder.write('app/go.sum', '');
      const env = pretend({ npx: writes('chainloop.cdxgen.cdx15.json') });
      const args = ['--output', 'sbom.json', '--release', '1.2.3+x'];
      expect((await sbom([...args, '--author', 'Acme'], env)).exitCode).toBe(0);
      expect(call().args).toContain('--no-install-deps');
      const bom = read('sbom.json');
      expect(bom.metadata.authors).toEqual([{ name: 'Acme' }]);
      // cdxgen had said when.
      expect(bom.metadata.lifecycles).toEqual([{ phase: 'pre-build' }]);
      expect(bom.metadata.component).toMatchObject({
        version: '1.2.3+x',
        purl: 'pkg:golang/github.com/chainloop-dev/chainloop@1.2.3%2Bx',
      });
      expect(propertiesOf(bom, 'filled')).toEqual([
        'metadata.authors',
        'metadata.component.version',
      ]);
    });

    it('asks yarn 4 and pnpm themselves, an older yarn not', async () => {
      const env = pretend({
        yarn: writes('backstage-app.yarn-plugin.cdx16.json'),
        npx: writes('npm-tree.cyclonedx-npm.cdx16.json'),
      });
      folder.write('app/package.json', '{}');
      folder.write('app/yarn.lock', '__metadata:\n  version: 8\n');
      expect((await sbom([], env)).exitCode).toBe(0);
      expect(call().args.slice(0, 3)).toEqual([
        ...['dlx', '-q', '@cyclonedx/yarn-plugin-cyclonedx@3.4.0'],
      ]);
      expect(call().args).toContain('--lockfile-only');
      expect(read('dist/sbom/root-sbom.json').components).toHaveLength(1658);

      folder.write('app/yarn.lock', '# yarn lockfile v1\n\n\na@1:\n');
      expect((await sbom([], env)).exitCode).toBe(0);
      expect(call().args).toContain('cdxgen');

      rmSync(join(folder.path, 'app/yarn.lock'));
      folder.write('app/pnpm-lock.yaml', 'lockfileVersion: 9.0\n');
      expect((await sbom([], env)).exitCode).toBe(0);
      expect(call().args.slice(1, 5)).toEqual([
        ...['--package=pnpm@12.21.0', '--', 'pnpm', 'sbom'],
      ]);
    });
  },
);

describe('sbom', () => {
  it.each<[string, { [file: string]: string }, string[], RegExp]>([
    [
      'a manifest without what it brings along',
      { 'pyproject.toml': '' },
      [],
      /^pyproject\.toml alone does not say .* Run in \S+: uv lock$/,
    ],
    [
      'a tree whose tool is not there',
      { 'pom.xml': '' },
      [],
      /the program mvn: none of these is there\. Run in \S+: mvn org\.cyclonedx/,
    ],
    ['nothing that is known', { 'a.txt': '' }, [], /no lockfile or manifest/],
    [
      'nothing installed',
      { 'package.json': '{}' },
      [],
      /Run: npm install --package-lock-only$/,
    ],
    [
      'two lockfiles',
      { 'package.json': '{}', 'package-lock.json': '{}', 'pnpm-lock.yaml': '' },
      [],
      /with --generator npm or --generator pnpm$/,
    ],
    [
      'a manifest that is none',
      { 'package.json': '{', 'package-lock.json': '{}' },
      [],
      /package\.json cannot be read: /,
    ],
    [
      'a failing generator',
      { 'package.json': '{}', 'package-lock.json': '{}' },
      [],
      /^@cyclonedx\/cyclonedx-npm 6\.0\.1 ended with 3: npm error code ENOTFOUND.*--builtin/,
    ],
    [
      'flags that exclude each other',
      { 'package.json': '{}' },
      ['--builtin', '--generator', 'npm'],
      /cannot be used with/,
    ],
    [
      'a generator',
      {},
      ['--generator', 'syft'],
      /Allowed choices are npm, yarn/,
    ],
  ])('%s: one line and exit code 2', async (_, files, args, line) => {
    folder.write('app/.git/HEAD', '');
    for (const [name, text] of Object.entries(files)) {
      folder.write(`app/${name}`, text);
    }
    const env = pretend({
      npx: `console.error('npm warn x\\nnpm error code ENOTFOUND\\nlast'); process.exit(3);`,
    });
    const result = await sbom(args, env);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.trimEnd()).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder.path, 'dist'))).toBe(false);
  });
});

withNetwork('sbom, downloaded (needs SUPPLY_CHAIN_NETWORK_TESTS=1)', () => {
  const root = resolve(__dirname, '../../../..');
  const env = {
    ...process.env,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    GITHUB_STEP_SUMMARY: undefined,
  };
  const purlsOf = (bom: any) =>
    bom.components
      .flatMap((one: any) => [one, ...(one.components ?? [])])
      .map((one: any) => one.purl)
      .sort();
  const expected = ['pkg:npm/debug@4.3.4', 'pkg:npm/ms@2.1.2'];
  const inApp = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: join(folder.path, 'app'),
      env,
      stdio: 'ignore',
    });
  /** A project of two packages at run time and one more for development. */
  const project = () =>
    folder.write(
      'app/package.json',
      JSON.stringify({
        name: '@acme/trial',
        version: '1.2.3',
        dependencies: { debug: '4.3.4' },
        devDependencies: { 'left-pad': '1.3.0' },
      }),
    );

  it('lists a real npm project with the real generator', async () => {
    project();
    inApp('npm', 'install', '--silent', '--no-audit');
    for (const generator of ['npm', 'cdxgen']) {
      const result = await sbom(
        ['--generator', generator, '--output', `${generator}.json`],
        env,
      );
      expect(result.stderr).toBe('');
      expect(result.exitCode).toBe(0);
      const bom = read(`${generator}.json`);
      expect(bom.metadata.component.purl).toBe('pkg:npm/%40acme/trial@1.2.3');
      expect(purlsOf(bom)).toEqual(expect.arrayContaining(expected));
    }
    expect(purlsOf(read('npm.json'))).toEqual(expected);
    const [, version] = propertiesOf(read('npm.json'), 'generator')[0].split(
      /(?<=.)@/,
    );
    expect(read('npm.json').metadata.tools.components).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'cyclonedx-npm', version }),
      ]),
    );
    copyFileSync(
      join(folder.path, 'npm.json'),
      join(folder.path, 'judged.json'),
    );
    const judged = await runCli(['evaluate', 'judged.json'], {
      cwd: folder.path,
    });
    expect(judged.exitCode).toBe(0);
  }, 180_000);

  it.each<[string, RegExp, () => void]>([
    [
      'yarn',
      /^@cyclonedx\/yarn-plugin-cyclonedx@3\.4\.0$/,
      () => {
        // The yarn of this repository, as a person has it on the PATH
        const releases = join(root, '.yarn/releases');
        const yarn = join(releases, readdirSync(releases)[0]);
        const bin = folder.write(
          'bin/yarn',
          `#!/bin/sh\nexec "${process.execPath}" "${yarn}" "$@"\n`,
        );
        chmodSync(bin, 0o755);
        folder.write('app/yarn.lock', '');
        inApp(bin, 'install', '--mode=update-lockfile', '--no-immutable');
      },
    ],
    [
      'pnpm',
      /^pnpm@12\.21\.0$/,
      () => inApp('npx', '--yes', 'pnpm@12.21.0', 'install', '--lockfile-only'),
    ],
  ])(
    'leaves a locked %s project to its own program, and installs nothing',
    async (_, generator, lock) => {
      project();
      lock();
      const before = readdirSync(join(folder.path, 'app')).sort();
      const PATH = [join(folder.path, 'bin'), env.PATH].join(delimiter);
      const result = await sbom(['--output', 'out.json'], { ...env, PATH });
      expect(result.stderr).toBe('');
      expect(result.exitCode).toBe(0);
      const bom = read('out.json');
      expect(purlsOf(bom)).toEqual(expected);
      expect(propertiesOf(bom, 'generator')[0]).toMatch(generator);
      expect(bom.metadata.lifecycles).toEqual([{ phase: 'pre-build' }]);
      expect(readdirSync(join(folder.path, 'app')).sort()).toEqual(before);
    },
    180_000,
  );

  it('reads a uv.lock without uv', async () => {
    folder.write(
      'app/pyproject.toml',
      '[project]\nname = "trial"\nversion = "1.2.3"\nrequires-python = ">=3.11"\ndependencies = ["idna==3.10"]\n',
    );
    folder.write('app/uv.lock', UV_LOCK);
    const result = await sbom(['--output', 'out.json'], env);
    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(0);
    expect(purlsOf(read('out.json'))).toEqual(['pkg:pypi/idna@3.10']);
  }, 180_000);
});

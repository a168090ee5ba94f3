import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const git = (cwd, ...args) =>
  execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();

/** A clone of this repository's HEAD that has installed what this one has. */
export function scratchClone() {
  const cwd = join(mkdtempSync(join(tmpdir(), 'supply-chain-clone-')), 'clone');
  git(root, 'clone', '--quiet', '--local', '.', cwd);
  const installed = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(cwd, folder)).map(name => join(folder, name)),
  );
  for (const folder of ['.', ...installed]) {
    const modules = join(folder, 'node_modules');
    if (existsSync(join(root, modules)))
      symlinkSync(join(root, modules), join(cwd, modules));
  }
  // `node_modules/` in .gitignore means folders, not links
  appendFileSync(join(cwd, '.git/info/exclude'), 'node_modules\n');
  return { cwd, head: git(cwd, 'rev-parse', 'HEAD') };
}

/** A folder of programs that stand for others, first on the returned PATH. */
export function pathWith(programs) {
  const bin = mkdtempSync(join(tmpdir(), 'supply-chain-bin-'));
  for (const [name, script] of Object.entries(programs)) {
    const path = join(bin, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, script);
    chmodSync(path, 0o755);
  }
  return [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
}

/** The repository's own yarn, as GitHub's machines find it through .yarnrc.yml. */
export const yarnOf = cwd =>
  `#!/bin/sh\nexec "${process.execPath}" "${cwd}/.yarn/releases/yarn-4.13.0.cjs" "$@"\n`;

/**
 * The command line under the names that recipes give it. Nothing of it is published
 * yet: what would install it does nothing, every other call goes to the real program.
 */
export function withCommandLine(more = {}) {
  const bin = join(root, 'packages/cli/bin/supply-chain');
  const cli = `exec "${process.execPath}" "${bin}" "$@"`;
  const orReal = name => `PATH="\${PATH#*:}" exec ${name} "$@"`;
  return pathWith({
    'supply-chain': `#!/bin/sh\n${cli}\n`,
    npx: `#!/bin/sh\nif [ "$2" = @hotpass/supply-chain-cli ]; then shift 2; ${cli}; fi\n${orReal(
      'npx',
    )}\n`,
    npm: `#!/bin/sh\ncase "$*" in 'install --global @hotpass/supply-chain-cli'*) exit 0 ;; esac\n${orReal(
      'npm',
    )}\n`,
    ...more,
  });
}

const PACKAGES = { 'strict-copyleft': 'AGPL-3.0-only', permissive: 'MIT' };

/** A folder with files in it, under version control. */
export function projectOf(files) {
  const cwd = mkdtempSync(join(tmpdir(), 'supply-chain-project-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  git(cwd, 'init', '--quiet', '--initial-branch', 'main');
  git(cwd, 'remote', 'add', 'origin', 'https://git.example.com/your-project');
  return cwd;
}

/** Commits everything that is there; returns the commit. */
export function commit(cwd, message) {
  git(cwd, 'add', '--all');
  git(
    cwd,
    ...['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'],
    ...['commit', '--quiet', '--message', message],
  );
  return git(cwd, 'rev-parse', 'HEAD');
}

/** What npm needs in order not to ask any registry. */
export const OFFLINE = {
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

/** Runs one line of a shell as a person would type it. */
export function type(line, { cwd, path = process.env.PATH, env = {} }) {
  return execFileSync('bash', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * An npm project that needs no registry: its packages lie in `vendor`, one of them
 * under a licence that the policy denies.
 */
export function npmProject({ name, dependencies, files = {} }) {
  const manifest = (about, more) =>
    JSON.stringify({ name: about, version: '1.0.0', ...more }, undefined, 2);
  const cwd = projectOf({
    'package.json': manifest(name, { license: 'Apache-2.0', files: ['i.js'] }),
    'i.js': '',
    '.gitignore': 'node_modules/\ndist/\n',
    ...files,
  });
  for (const [about, license] of Object.entries(PACKAGES)) {
    const source = mkdtempSync(join(tmpdir(), 'supply-chain-package-'));
    writeFileSync(join(source, 'package.json'), manifest(about, { license }));
    mkdirSync(join(cwd, 'vendor'), { recursive: true });
    type(`npm pack --silent --pack-destination vendor "${source}"`, { cwd });
  }
  for (const about of dependencies) vendor(cwd, about);
  return cwd;
}

/** Adds one of the packages in `vendor` to the project. */
export const vendor = (cwd, name) =>
  type(`npm install ./vendor/${name}-1.0.0.tgz`, { cwd, env: OFFLINE });

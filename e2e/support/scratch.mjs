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

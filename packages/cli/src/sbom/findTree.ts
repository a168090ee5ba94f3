import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import { GeneratorName } from './generators';
import { requireTool } from './otherTrees';

type PackageManager = Exclude<GeneratorName, 'cdxgen'>;

/** What is in a folder, and who lists it. */
export interface Tree {
  generator: GeneratorName;
  /** Where the generator is to run. */
  folder: string;
  /** Whether the packages lie there, so that the list is of what a build uses. */
  installed: boolean;
}

const LOCKS: { [file: string]: PackageManager } = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'yarn.lock': 'yarn',
  'pnpm-lock.yaml': 'pnpm',
};

function locksIn(folder: string): string[] {
  return Object.keys(LOCKS).filter(file => existsSync(join(folder, file)));
}

/** The folder whose lockfile counts for `folder`; not beyond its repository. */
function lockFolderOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (locksIn(at).length > 0) return at;
    if (existsSync(join(at, '.git')) || at === dirname(at)) return undefined;
  }
}

function declaredManager(folder: string): string | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  try {
    const { packageManager } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof packageManager === 'string'
      ? packageManager.split('@')[0]
      : undefined;
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${whyNot(error)}`);
  }
}

function managerOf(root: string): PackageManager {
  const locks = locksIn(root);
  const managers = [...new Set(locks.map(file => LOCKS[file]))];
  const declared = managers.find(one => one === declaredManager(root));
  if (managers.length > 1 && !declared) {
    throw new CliError(
      `${root} has ${locks.join(' and ')}: say which one counts with ${managers
        .map(one => `--generator ${one}`)
        .join(' or ')}`,
    );
  }
  return declared ?? managers[0];
}

function isInstalled(root: string): boolean {
  return ['node_modules', '.pnp.cjs'].some(one => existsSync(join(root, one)));
}

/** Only yarn 4 has the plugin; older lockfiles are read by cdxgen. */
function isOldYarn(root: string): boolean {
  const text = readFileSync(join(root, 'yarn.lock'), 'utf8').slice(0, 2000);
  const version = /^__metadata:\n\s+version: "?(\d+)/m.exec(text)?.[1];
  return text.trim() !== '' && Number(version ?? 0) < 8;
}

function nodeTree(folder: string, wanted?: PackageManager): Tree {
  const root = lockFolderOf(folder);
  if (!root) {
    if (isInstalled(folder)) {
      return { generator: wanted ?? 'npm', folder, installed: true };
    }
    throw new CliError(
      `${folder} has a package.json, but no lockfile and nothing installed. Run: npm install --package-lock-only`,
    );
  }
  const manager = wanted ?? managerOf(root);
  if (root !== folder && manager !== 'yarn') {
    throw new CliError(
      `${folder} is a part of ${root}: list the whole with 'supply-chain sbom ${root}', or only what this part needs with --builtin`,
    );
  }
  const generator = manager === 'yarn' && isOldYarn(root) ? 'cdxgen' : manager;
  return { generator, folder, installed: isInstalled(root) };
}

/** Looks what is in `folder`, which must exist, and picks the generator for it. */
export function findTree(
  folder: string,
  env: NodeJS.ProcessEnv,
  wanted?: GeneratorName,
): Tree {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch (error) {
    throw new CliError(`${folder} cannot be read: ${whyNot(error)}`);
  }
  if (wanted === 'cdxgen') {
    return { generator: wanted, folder, installed: false };
  }
  if (files.includes('package.json')) return nodeTree(folder, wanted);
  if (wanted) {
    throw new CliError(
      `--generator ${wanted} needs a package.json in ${basename(folder)}`,
    );
  }
  requireTool(folder, files, env);
  return { generator: 'cdxgen', folder, installed: false };
}

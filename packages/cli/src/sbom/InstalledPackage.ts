import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';

interface PackageJson {
  name?: string;
  version?: string;
  description?: string;
  author?: string | { name?: string };
  license?: unknown;
  licenses?: unknown;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** A package as it lies in `node_modules`. */
export interface InstalledPackage {
  folder: string;
  name: string;
  version: string;
  description?: string;
  author?: string;
  /** What the package states as its licence. */
  licence?: string;
  dependencies: InstalledPackage[];
}

function readManifest(folder: string): PackageJson {
  const path = join(folder, 'package.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${whyNot(error)}`);
  }
}

/** As Node resolves: the nearest `node_modules` above the real folder. */
function locate(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', ...name.split('/'));
    if (
      !folder.endsWith(`${sep}node_modules`) &&
      existsSync(join(candidate, 'package.json'))
    ) {
      return realpathSync(candidate);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** `license` as a string, or the objects and lists that old packages have. */
function licenceOf({ license, licenses }: PackageJson): string | undefined {
  const stated = [license ?? licenses ?? []].flat() as unknown[];
  const names = stated
    .map(one =>
      typeof one === 'string' ? one : (one as { type?: string } | null)?.type,
    )
    .filter((one): one is string => Boolean(one));
  if (names.length === 0) return undefined;
  return names.length === 1 ? names[0] : `(${names.join(' OR ')})`;
}

function neededBy(manifest: PackageJson): { name: string; must: boolean }[] {
  const peerMeta = manifest.peerDependenciesMeta ?? {};
  const optional = Object.keys(manifest.optionalDependencies ?? {});
  const names = [
    ...Object.keys(manifest.dependencies ?? {}).map(name => ({
      name,
      must: !optional.includes(name),
    })),
    ...optional.map(name => ({ name, must: false })),
    ...Object.keys(manifest.peerDependencies ?? {}).map(name => ({
      name,
      must: false,
      skip: peerMeta[name]?.optional,
    })),
  ];
  return names.filter(one => !('skip' in one && one.skip));
}

/**
 * The package in `folder` with everything it needs at run time, as installed. A
 * needed package that is not there fails: a list with a hole is worse than none.
 */
export function readInstalledPackage(folder: string): InstalledPackage {
  const seen = new Map<string, InstalledPackage>();
  const read = (at: string): InstalledPackage => {
    const known = seen.get(at);
    if (known) return known;
    const manifest = readManifest(at);
    const { name, version = '0.0.0', description, author } = manifest;
    if (!name) throw new CliError(`${at} has no name in its package.json`);
    const found: InstalledPackage = {
      folder: at,
      name,
      version,
      description,
      author:
        typeof author === 'string'
          ? author.replace(/\s*[<(].*$/, '')
          : author?.name,
      licence: licenceOf(manifest),
      dependencies: [],
    };
    seen.set(at, found);
    for (const needed of neededBy(manifest)) {
      const place = locate(needed.name, at);
      if (place) {
        const next = read(place);
        if (!found.dependencies.includes(next)) found.dependencies.push(next);
      } else if (needed.must) {
        throw new CliError(
          `${needed.name}, which ${name} needs, is not installed: install first`,
        );
      }
    }
    return found;
  };
  return read(realpathSync(folder));
}

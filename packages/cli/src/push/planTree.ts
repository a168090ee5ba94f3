import { join, posix, relative, resolve } from 'node:path';
import { CliError } from '../CliError';
import { openWithCompanions } from '../companions/openWithCompanions';
import { openEvidenceFiles } from '../documents/EvidenceFile';
import { placementOf } from '../placement';
import type { Surroundings } from '../Surroundings';
import { filesByFolder } from './filesByFolder';
import { findEvidence, hasEvidence } from './findEvidence';
import { Plan } from './Plan';
import { PushOptions } from './PushOptions';
import { CatalogFile, readCatalogFile } from './readCatalogFile';
import { readTree, Tree } from './Tree';

const CATALOG_FILE = 'catalog-info.yaml';

/** Flags about one document, which cannot be true of all. */
const FOR_ONE = ['entity', 'stream', 'kind', 'output'] as const;

function requireFlagsForAll(paths: string[], options: PushOptions): void {
  for (const flag of FOR_ONE) {
    if (options[flag] !== undefined) {
      throw new CliError(
        `--${flag} says something of one document: leave it out with --all`,
      );
    }
  }
  if (paths.length > 1) {
    throw new CliError('--all takes one folder, or none for this one');
  }
}

interface Found {
  from: string;
  entity: CatalogFile['entities'][number];
  files: string[];
}

/** Whose evidence is what; what cannot be told is an error before anything is sent. */
async function findAll(
  tree: Tree,
  options: PushOptions,
): Promise<{ found: Found[]; notes: string[] }> {
  const catalogFiles = tree.files.filter(
    file => posix.basename(file) === CATALOG_FILE,
  );
  const owned = filesByFolder(
    tree.files.filter(file => posix.basename(file) !== CATALOG_FILE),
    catalogFiles.map(file => posix.dirname(file)),
  );
  const found: Found[] = [];
  const notes: string[] = [];
  for (const from of catalogFiles) {
    const folder = posix.dirname(from);
    const files = owned.get(folder) ?? [];
    const { entities, problem } = await readCatalogFile(join(tree.root, from));
    if (problem && hasEvidence(files, options.evidence)) {
      throw new CliError(
        `${from} ${problem}, and evidence lies beside it: correct it, or leave it out with --exclude`,
      );
    }
    if (problem) notes.push(`${from} ${problem}: left out.`);
    for (const entity of entities) {
      const own = findEvidence(files, options.evidence, entity);
      if (own.length === 0) {
        notes.push(`${entity.entityRef} has no evidence beside ${from}.`);
        continue;
      }
      const paths = own.map(file => posix.join(folder, file));
      found.push({ from, entity, files: paths });
    }
  }
  return { found, notes };
}

/** One file is one entity's, and one entity is in one place. */
function requireUnambiguous(found: Found[]): void {
  const owners = new Map<string, Found>();
  for (const one of found) {
    for (const key of [one.entity.entityRef, ...one.files]) {
      const other = owners.get(key);
      if (other && key === one.entity.entityRef) {
        throw new CliError(
          `${key} is in ${other.from} and in ${one.from}: leave one out with --exclude`,
        );
      }
      if (other) {
        throw new CliError(
          `${key} could be of ${other.entity.entityRef} or of ${one.entity.entityRef}: tell them apart with --evidence "dist/{name}/*"`,
        );
      }
      owners.set(key, one);
    }
  }
}

/** Every `catalog-info.yaml` of a repository, with the evidence beside it. */
export async function planTree(
  paths: string[],
  options: PushOptions,
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Promise<Plan> {
  requireFlagsForAll(paths, options);
  const folder = paths[0] ?? '.';
  const root = resolve(cwd, folder);
  const tree = await readTree(root, options.exclude);
  const { found, notes } = await findAll(tree, options);
  requireUnambiguous(found);
  if (found.length === 0) {
    throw new CliError(
      `No evidence beside any ${CATALOG_FILE} in ${folder}: it is looked for in dist/sbom, dist/provenance, dist/reports and checksums.txt, or where --evidence says`,
    );
  }
  const entries = [];
  for (const { from, entity, files } of found) {
    const given = files.map(file => {
      const path = relative(cwd, join(root, file));
      return path.startsWith('..') ? join(root, file) : path;
    });
    const opened = options.contentEncoding
      ? { files: await openEvidenceFiles(given, cwd), notes: [] }
      : await openWithCompanions(given, cwd);
    notes.push(...opened.notes);
    entries.push({
      from,
      placement: placementOf({ ...options, entity: entity.entityRef }, env),
      files: opened.files,
    });
  }
  return { entries, notes };
}

import { CatalogFile } from './readCatalogFile';
import { matchesGlob } from './matchesGlob';

/** Where builds put evidence, beside the catalog file. */
const CONVENTION = [
  'dist/sbom/*',
  'dist/provenance/*',
  'checksums.txt',
  'checksums.txt.sigstore.json',
  'dist/reports/*',
];

/** The patterns of an entity; `{name}` and the like tell entities of one folder apart. */
function patternsOf(
  globs: string[] | undefined,
  entity: CatalogFile['entities'][number],
): string[] {
  return (globs ?? CONVENTION).map(glob =>
    glob
      .replaceAll('{kind}', entity.kind)
      .replaceAll('{namespace}', entity.namespace)
      .replaceAll('{name}', entity.name),
  );
}

/** Files of a folder that are evidence of an entity; paths from the folder. */
export function findEvidence(
  files: string[],
  globs: string[] | undefined,
  entity: CatalogFile['entities'][number],
): string[] {
  const patterns = patternsOf(globs, entity);
  return files.filter(file => patterns.some(glob => matchesGlob(glob, file)));
}

/** Whether anything that looks like evidence lies in a folder. */
export function hasEvidence(
  files: string[],
  globs: string[] | undefined,
): boolean {
  const any = { entityRef: '', kind: '*', namespace: '*', name: '*' };
  return findEvidence(files, globs, any).length > 0;
}

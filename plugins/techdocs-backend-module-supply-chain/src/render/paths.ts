import { createHash } from 'node:crypto';

const LONGEST_SLUG = 60;
const PLAIN = /^[a-z0-9][a-z0-9._-]*$/;

/** Pages that every site has, in the order of its navigation. */
export const PAGES = {
  overview: '',
  release: 'release/',
  sbom: 'sbom/',
  provenance: 'provenance/',
  findings: 'findings/',
  policy: 'policy/',
  checksums: 'checksums/',
  retention: 'retention/',
  releases: 'releases/',
} as const;

/** `sbom/`, `sbom/2/`, `sbom/3/`, … */
export function partPath(page: string, part: number): string {
  return part === 1 ? page : `${page}${part}/`;
}

/**
 * Where a release is for ever. Versions that are no plain file name in lower case
 * get a hash, so that no two share a page on any disk.
 */
export function releasePath(version: string): string {
  if (PLAIN.test(version) && version.length <= LONGEST_SLUG) {
    // A digit and hyphen-hash could be somebody's version as well; see below
    if (!/-[0-9a-f]{12}$/.test(version)) return `releases/${version}/`;
  }
  const readable = version
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, LONGEST_SLUG - 13);
  const hash = createHash('sha256').update(version).digest('hex').slice(0, 12);
  return `releases/${readable ? `${readable}-` : ''}${hash}/`;
}

/** Where evidence of a digest is for ever. */
export function evidencePath(digest: string): string {
  return `evidence/${digest.replace(/^sha256:/, '')}/`;
}

/** The address of one page as another one links to it. */
export function linkFrom(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return `${'../'.repeat(up)}${to}` || './';
}

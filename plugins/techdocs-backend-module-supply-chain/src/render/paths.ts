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

/** Where a release is for ever, by its opaque id: versions may be any text. */
export function releasePath(releaseId: string): string {
  return `releases/${releaseId}/`;
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

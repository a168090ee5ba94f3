/**
 * Where evidence lies, relative to the entity's own source location: a file, a
 * folder or a glob such as `./evidence/`.
 *
 * @public
 */
export const EVIDENCE_LOCATION_ANNOTATION =
  'supply-chain.hotpass.io/evidence-location';

/**
 * The newest version that the entity's owner has tagged. Evidence of an older
 * release is then shown as out of date.
 *
 * @public
 */
export const LATEST_RELEASE_ANNOTATION =
  'supply-chain.hotpass.io/latest-release';

/**
 * Which version is in which stage, as `<stage>=<version>`, several separated by
 * commas: `staging=1.5.0, production=1.4.0`. Each that the portal knows is recorded
 * as a promotion when it is first seen.
 *
 * @public
 */
export const PROMOTED_ANNOTATION = 'supply-chain.hotpass.io/promoted';

/**
 * Repositories that the entity is built from, exact URIs, several separated by commas:
 * provenance that names another one is worth no more than build level 1. It narrows
 * what the portal's trust lines expect, and grants nothing.
 *
 * @public
 */
export const BUILD_REPOSITORIES_ANNOTATION =
  'supply-chain.hotpass.io/build-repositories';

/**
 * Full refs that the entity's releases are built from, globs such as `refs/tags/v*`,
 * several separated by commas. It narrows, as {@link BUILD_REPOSITORIES_ANNOTATION} does.
 *
 * @public
 */
export const BUILD_REFS_ANNOTATION = 'supply-chain.hotpass.io/build-refs';

/** RFC 3339 time of that tag. @public */
export const LATEST_RELEASE_AT_ANNOTATION =
  'supply-chain.hotpass.io/latest-release-at';

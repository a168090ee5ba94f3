/**
 * The URL that an evidence location means, if it lies inside the entity's own source
 * location. Both are read as folders; nothing is decoded twice, and what climbs out
 * by `..`, another host or an absolute path is outside.
 */
export function resolveInside(
  sourceLocation: string | undefined,
  evidenceLocation: string,
): { url: string } | { problem: string } {
  if (!sourceLocation?.startsWith('url:')) {
    return { problem: 'The entity has no source location of type url' };
  }
  const said = evidenceLocation.replace(/^(url|dir):/, '');
  let base: URL;
  let url: URL;
  try {
    base = new URL(sourceLocation.slice('url:'.length));
    base.pathname = asFolder(base.pathname);
    url = new URL(said, base);
  } catch {
    return { problem: `'${evidenceLocation}' is not a location` };
  }
  const path = url.pathname.toLowerCase();
  const climbs =
    path.includes('%2e') || path.includes('%2f') || path.includes('%5c');
  if (
    climbs ||
    url.origin !== base.origin ||
    url.username !== base.username ||
    url.password !== base.password ||
    !url.pathname.startsWith(base.pathname)
  ) {
    return {
      problem: `'${evidenceLocation}' lies outside the entity's source location`,
    };
  }
  // Branches of some hosts are in the query, which a relative URL drops
  if (!url.search) url.search = base.search;
  return { url: url.toString() };
}

/**
 * A file's folder, and anything else itself: a repository's URL often lacks its last
 * slash, and the folder above holds other people's repositories.
 */
export function asFolder(path: string): string {
  if (path.endsWith('/')) return path;
  return /\.(ya?ml|json)$/i.test(path)
    ? path.slice(0, path.lastIndexOf('/') + 1)
    : `${path}/`;
}

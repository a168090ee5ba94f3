import { parseEntityRef } from '@backstage/catalog-model';

/** `9f2c41…e1b0` of `sha256:<hex>`; for display only, never for comparing. */
export function shortDigest(digest: string): string {
  const hex = digest.slice(digest.indexOf(':') + 1);
  return hex.length > 14 ? `${hex.slice(0, 6)}…${hex.slice(-4)}` : hex;
}

/**
 * The shortest name that still tells entities apart for a reader: the kind is
 * dropped, and the namespace when it is the default one.
 */
export function refName(entityRef: string): string {
  try {
    const { namespace, name } = parseEntityRef(entityRef, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return namespace.toLocaleLowerCase('en-US') === 'default'
      ? name
      : `${namespace}/${name}`;
  } catch {
    return entityRef;
  }
}

/** A version as pages show it; a change's `<pr>@<head sha>` keeps 7 of the sha. */
export function shortVersion(release: {
  version: string;
  channel?: 'release' | 'change';
}): string {
  return release.channel === 'change'
    ? release.version.replace(/@([0-9a-f]{7})[0-9a-f]+$/, '@$1')
    : release.version;
}

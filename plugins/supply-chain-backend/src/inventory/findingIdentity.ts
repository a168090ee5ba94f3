/**
 * What makes findings of two releases the same: the vulnerability and the package,
 * not its version. An upgrade that keeps the vulnerability brings nothing new.
 */
export function findingIdentity(
  vulnerability: string | number,
  componentKey: string,
): string {
  return `${vulnerability}|${packageOfKey(componentKey)}`;
}

/** A component key without version, qualifiers and subpath. */
export function packageOfKey(key: string): string {
  const bare = key.replace(/[?#].*$/, '');
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}

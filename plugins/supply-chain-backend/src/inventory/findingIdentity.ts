import { Finding } from '@hotpass/backstage-plugin-supply-chain-common';

/**
 * What makes findings of two releases the same: the vulnerability and the package,
 * not its version. An upgrade that keeps the vulnerability brings nothing new. One
 * for each name, because the releases may know different ones: findings are the same
 * when they share any.
 */
export function findingIdentities({
  vulnerability,
  aliases,
  component,
}: Pick<Finding, 'vulnerability' | 'aliases' | 'component'>): string[] {
  const about = packageOfKey(component.key);
  return [vulnerability, ...aliases].map(name => `${name}|${about}`);
}

/** Whether a finding is among others, by any of its names. */
export function amongFindings(
  others: readonly Pick<Finding, 'vulnerability' | 'aliases' | 'component'>[],
): (finding: Finding) => boolean {
  const known = new Set(others.flatMap(findingIdentities));
  return finding => findingIdentities(finding).some(one => known.has(one));
}

/** A component key without version, qualifiers and subpath. */
export function packageOfKey(key: string): string {
  const bare = key.replace(/[?#].*$/, '');
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}

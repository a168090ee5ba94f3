import { uniteNames, VulnerabilityNames } from '@hotpass/supply-chain-evidence';

/** The names of vulnerabilities within one release. */
export interface ReleaseNames {
  /** The name under which a reported one is shown. */
  nameOf(vulnerability: string): string;
  /** Every name that is shown as `name`, `name` first. */
  namesOf(name: string): string[];
}

export function releaseNames(
  advisories: readonly VulnerabilityNames[],
): ReleaseNames {
  const nameOf = uniteNames(advisories);
  const names = new Map<string, Set<string>>();
  for (const { vulnerability, aliases } of advisories) {
    for (const said of [vulnerability, ...aliases]) {
      const name = nameOf(said);
      const known = names.get(name) ?? new Set([name]);
      names.set(name, known.add(said));
    }
  }
  return {
    nameOf,
    namesOf(name) {
      const [first, ...rest] = names.get(name) ?? [name];
      return [first, ...rest.sort()];
    },
  };
}

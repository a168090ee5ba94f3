import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { PlacedFragment } from '@hotpass/supply-chain-evidence';
import { findPathsIn } from '../inventory/shortestPaths';

/** Who pulls the component in, for people who must get rid of it. */
export function addPaths(rules: RuleResult[], placed: PlacedFragment[]): void {
  const finders = new Map<string, ReturnType<typeof findPathsIn>>();
  const finderOf = ({ id, fragment }: PlacedFragment) => {
    const finder = finders.get(id) ?? findPathsIn(fragment);
    finders.set(id, finder);
    return finder;
  };
  for (const rule of rules) {
    for (const hit of rule.hits) {
      if (!hit.component) continue;
      const own = placed.filter(
        ({ id, fragment }) =>
          fragment.graph && (!hit.evidenceId || id === hit.evidenceId),
      );
      const candidates = own.length > 0 ? own : placed;
      for (const candidate of candidates) {
        const [path] = finderOf(candidate)(hit.component, 1);
        if (path) {
          hit.path = path;
          break;
        }
      }
    }
  }
}

import type { Fix } from '@hotpass/backstage-plugin-supply-chain-common';
import type { RuleResult } from '@hotpass/supply-chain-evidence';

const WEIGHT = { critical: 0, high: 1, medium: 2, low: 3 };

/** What to do first: violations before warnings, heavier rules before lighter ones. */
export function fixesOf(
  rules: RuleResult[],
): Pick<Fix, 'title' | 'message' | 'solution' | 'command' | 'place'>[] {
  const order = (rule: RuleResult) =>
    (rule.status === 'violation' ? 0 : 10) + WEIGHT[rule.severity];
  return rules
    .filter(({ status }) => status === 'violation' || status === 'warning')
    .sort((a, b) => order(a) - order(b))
    .flatMap(({ title, hits, hitCount }) => {
      const [first] = hits;
      if (!first) return [];
      const more = hitCount > 1 ? ` (and ${hitCount - 1} more)` : '';
      const place = [first.evidenceId, first.place].filter(Boolean).join(' ');
      return {
        title,
        message: `${first.message}${more}`,
        solution: first.solution,
        command: first.command,
        place: place || undefined,
      };
    });
}

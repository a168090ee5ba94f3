import {
  DecisionSummary,
  Fix,
  RuleHit,
  RuleResult,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';

const rank = ['critical', 'high', 'medium', 'low', 'none', 'unknown'];

/**
 * Violations as things to fix: worst first, of equals the new ones first. An incomplete
 * verdict has none; what could not be read is then among the warnings.
 */
export function fixesOf(
  rules: readonly RuleResult[],
  verdict?: DecisionSummary['verdict'],
): Fix[] {
  const status = verdict === 'incomplete' ? 'warning' : 'violation';
  return rules
    .filter(rule => rule.status === status)
    .map(rule => toFix(rule, rule.hits.find(hit => hit.isNew) ?? rule.hits[0]))
    .sort(
      (a, b) =>
        rank.indexOf(a.severity) - rank.indexOf(b.severity) ||
        Number(b.isNew) - Number(a.isNew) ||
        (a.code < b.code ? -1 : 1),
    );
}

/** A rule through one of its hits, which names the place and the remedy. */
export function toFix(rule: RuleResult, hit: RuleHit | undefined): Fix {
  return compact({
    code: rule.code,
    title: rule.title,
    message: hit?.message ?? rule.description,
    solution: hit?.solution ?? '',
    command: hit?.command,
    severity: rule.severity,
    component: hit?.component,
    path: hit?.path,
    evidenceId: hit?.evidenceId,
    place: hit?.place,
    isNew: rule.isNew || hit?.isNew === true,
    hitCount: rule.hitCount,
  });
}

/** Warnings that will deny, by the date from which they do. */
export function upcomingOf(
  rules: readonly RuleResult[],
): { effectiveOn: string; rules: string[] }[] {
  const byDate = new Map<string, string[]>();
  for (const rule of rules) {
    if (!rule.willFail || rule.effectiveOn === undefined) continue;
    const codes = byDate.get(rule.effectiveOn) ?? [];
    byDate.set(rule.effectiveOn, [...codes, rule.code]);
  }
  return [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([effectiveOn, codes]) => ({ effectiveOn, rules: codes }));
}

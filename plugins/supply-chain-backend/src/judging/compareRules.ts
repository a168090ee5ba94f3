import {
  RuleHit,
  RuleResult,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RuleHit as JudgedHit,
  RuleResult as JudgedRule,
} from '@hotpass/supply-chain-evidence';

/**
 * The rules of a judgement as they are stored, with what the base did not have
 * marked new. Without a base nothing is new.
 */
export function compareRules(
  rules: readonly JudgedRule[],
  base: readonly RuleResult[] | undefined,
): RuleResult[] {
  const before = new Map((base ?? []).map(rule => [rule.code, rule]));
  return rules.map(rule => {
    const isNewHit = base && newHits(before.get(rule.code));
    const hits = rule.hits.map(hit => toHit(hit, isNewHit?.(hit) ?? false));
    return {
      code: rule.code,
      title: rule.title,
      description: rule.description,
      severity: rule.severity,
      effectiveOn: rule.effectiveOn,
      collections: rule.collections,
      controls: rule.controls,
      level: rule.level,
      status: rule.status,
      reason: rule.reason,
      hits,
      hitCount: rule.hitCount,
      willFail: rule.willFail,
      isNew:
        rule.status === 'violation' &&
        base !== undefined &&
        (!fails(before.get(rule.code)) || hits.some(hit => hit.isNew)),
    };
  });
}

function fails(rule: RuleResult | undefined): boolean {
  return rule?.status === 'violation' || rule?.willFail === true;
}

function newHits(before: RuleResult | undefined): (hit: JudgedHit) => boolean {
  // A warning that was there is not new, whatever became of the rule since
  if (!before?.hits.length) return () => true;
  // Hits are capped: what is not among the kept ones may still have been there
  if (before.hitCount > before.hits.length) return () => false;
  const known = new Set(before.hits.map(identity));
  return hit => !known.has(identity(hit));
}

/** The same trouble in the next release: versions, places and ids may differ. */
function identity(hit: { component?: string; finding?: string }): string {
  return `${withoutVersion(hit.component ?? '')} ${hit.finding ?? ''}`;
}

function withoutVersion(key: string): string {
  const bare = key.split('?')[0];
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}

function toHit(hit: JudgedHit, isNew: boolean): RuleHit {
  return {
    message: hit.message,
    solution: hit.solution,
    command: hit.command,
    evidenceId: hit.evidenceId,
    place: hit.place,
    component: hit.component,
    finding: hit.finding,
    isNew,
  };
}

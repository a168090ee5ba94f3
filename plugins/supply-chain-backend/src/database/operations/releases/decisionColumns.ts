import { DecisionSummary } from '@hotpass/backstage-plugin-supply-chain-common';
import { compact, toIso, toJson, toOptionalIso } from './columns';

/** Columns of a decision joined as `d`, without its rules. */
export const decisionColumns = {
  d_id: 'd.id',
  d_uid: 'd.uid',
  d_verdict: 'd.verdict',
  d_mode: 'd.mode',
  d_enforced_from: 'd.enforced_from',
  d_collection: 'd.collection',
  d_policy_digest: 'd.policy_digest',
  d_counts: 'd.counts',
  d_error: 'd.error',
  d_judged_at: 'd.judged_at',
} as const;

export type DecisionColumns = {
  [name in keyof typeof decisionColumns]: unknown;
};

const noCounts: DecisionSummary['counts'] = {
  total: 0,
  passed: 0,
  violations: 0,
  warnings: 0,
  notJudged: 0,
  newViolations: 0,
};

/** `undefined` where the release was never judged. */
export function toDecisionSummary(
  row: DecisionColumns,
): DecisionSummary | undefined {
  if (typeof row.d_uid !== 'string') return undefined;
  return compact({
    id: row.d_uid,
    verdict: row.d_verdict as DecisionSummary['verdict'],
    mode: row.d_mode as DecisionSummary['mode'],
    enforcedFrom: toOptionalIso(row.d_enforced_from),
    collection: row.d_collection as string,
    policyDigest: row.d_policy_digest as string,
    judgedAt: toIso(row.d_judged_at),
    counts: { ...noCounts, ...toJson(row.d_counts, noCounts) },
    error: toJson<DecisionSummary['error']>(row.d_error, undefined),
  });
}

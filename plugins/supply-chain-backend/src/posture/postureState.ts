import {
  DecisionSummary,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** Whether a decision binds now: `observe` becomes `enforce` on its date. */
export function isEnforced(
  decision: Pick<DecisionSummary, 'mode' | 'enforcedFrom'>,
  now: Date,
): boolean {
  if (decision.mode === 'enforce') return true;
  return (
    decision.enforcedFrom !== undefined &&
    Date.parse(decision.enforcedFrom) <= now.getTime()
  );
}

/** The word for a release by its own decision. Only `passed` is a yes. */
export function stateOfDecision(
  decision: DecisionSummary | undefined,
  now: Date,
): PostureState {
  if (!decision) return 'not-known';
  if (decision.verdict === 'passed') return 'can-ship';
  if (decision.verdict === 'error') return 'could-not-judge';
  return isEnforced(decision, now) ? 'cannot-ship' : 'would-not-ship';
}

import {
  DecisionSummary,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { SubjectRecord } from '../database/operations/releases/findSubject';

/**
 * Whether verdicts bind now: `observe` becomes `enforce` on its date. The entity's
 * own setting counts, not the one that a decision was made under, so that the
 * gate and the pages never say different things.
 */
export function isEnforced(
  subject: Pick<SubjectRecord, 'mode' | 'enforcedFrom'>,
  now: Date,
): boolean {
  if (subject.mode === 'enforce') return true;
  return (
    subject.enforcedFrom !== undefined &&
    Date.parse(subject.enforcedFrom) <= now.getTime()
  );
}

/** The word for a release by its own decision. Only `passed` is a yes. */
export function stateOfDecision(
  decision: Pick<DecisionSummary, 'verdict'> | undefined,
  enforced: boolean,
): PostureState {
  if (!decision) return 'not-known';
  if (decision.verdict === 'passed') return 'can-ship';
  if (decision.verdict === 'error') return 'could-not-judge';
  return enforced ? 'cannot-ship' : 'would-not-ship';
}

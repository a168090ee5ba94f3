import {
  Fix,
  Gate,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { ModeNow } from './modeOf';

/**
 * Only `passed` is a yes. A release that waits for its judgement has no answer
 * yet: the evidence that just came may be what decides. Design section 6.
 */
export function gateOf(options: {
  version: string;
  release?: Release;
  /** How strictly it is answered now; absent: the entity is not known. */
  mode?: ModeNow;
  stage?: string;
  waiting: boolean;
  fixFirst: Fix[];
}): Gate {
  const { version, release, mode, stage, waiting, fixFirst } = options;
  const strictness = { stage, mode: mode?.mode, modeReason: mode?.reason };
  if (!release || !mode) {
    return compact({
      answer: 'unknown' as const,
      reason: `Nothing has been sent for release '${version}'`,
      observing: false,
      ...strictness,
    });
  }
  const { decision } = release;
  const whole = (
    answer: Gate['answer'],
    reason: string,
    observing = false,
  ): Gate =>
    compact({
      answer,
      reason,
      observing,
      ...strictness,
      release,
      decision,
      fixFirst,
    });
  if (!waiting && !decision) {
    return whole(
      'unknown',
      `No evidence counts for release '${version}': it was withdrawn`,
    );
  }
  if (!decision || waiting) {
    return whole(
      'unknown',
      `Release '${version}' is being judged; ask again in a few seconds`,
    );
  }
  if (decision.verdict === 'error') {
    const why = decision.error?.message ?? 'the judgement failed';
    return whole('unknown', `Could not judge: ${why}`);
  }
  const reason = reasonOf(decision.verdict, decision.counts, fixFirst);
  if (decision.verdict === 'passed') return whole('yes', reason);
  if (mode.mode === 'enforce') return whole('no', reason);
  const from = mode.enforcedFrom
    ? `, enforced from ${mode.enforcedFrom.slice(0, 10)}`
    : '';
  return whole('yes', `Observing only${from}. ${reason}`, true);
}

function reasonOf(
  verdict: 'passed' | 'failed' | 'incomplete',
  counts: {
    total: number;
    passed: number;
    violations: number;
    notJudged: number;
  },
  fixFirst: Fix[],
): string {
  if (verdict === 'passed') {
    return `${counts.passed} of ${counts.total} rules pass`;
  }
  const first = fixFirst[0] ? `: ${fixFirst[0].message}` : '';
  if (verdict === 'incomplete') {
    return `${counts.notJudged} of ${counts.total} rules could not be judged for want of evidence${first}`;
  }
  return `${counts.violations} of ${counts.total} rules fail${first}`;
}

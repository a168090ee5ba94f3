import {
  DecisionSummary,
  Posture,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Dates } from '../../hooks/useDates';
import { Translate } from '../../hooks/useMessages';

interface Words {
  t: Translate;
  dates: Dates;
}

/**
 * `2 of 12 rules fail, 1 of them new since 2.4.0`. Of rules that were judged: a
 * warning is a pass, and what was not judged is neither.
 */
function facts(decision: DecisionSummary, posture: Posture, { t }: Words) {
  const { passed, violations, warnings, notJudged, newViolations } =
    decision.counts;
  const judged = passed + warnings + violations;
  const base = posture.changes?.base.version;
  const parts: string[] = [];
  if (violations > 0) {
    parts.push(t('verdict.failing', { count: violations, total: `${judged}` }));
    if (newViolations > 0) {
      const number = `${newViolations}`;
      parts.push(
        base
          ? t('verdict.newSince', { number, version: base })
          : t('verdict.newHere', { number }),
      );
    }
  } else if (decision.verdict === 'incomplete') {
    const total = `${judged + notJudged}`;
    return t('verdict.incomplete', { count: notJudged, total });
  } else {
    const key = notJudged > 0 ? 'passingJudged' : 'passing';
    parts.push(t(`verdict.${key}`, { count: judged }));
    if (warnings > 0) parts.push(t('verdict.warnings', { count: warnings }));
  }
  return parts.join(t('verdict.separator'));
}

/** An old verdict stays, dated, in the past tense. */
function outOfDate(posture: Posture, { t, dates }: Words) {
  const { decision, outOfDate: newer } = posture;
  const date = decision ? dates.day(decision.judgedAt) : '';
  const word = { passed: 'oldPassed', failed: 'oldFailed' } as const;
  const key =
    decision && decision.verdict in word
      ? word[decision.verdict as keyof typeof word]
      : 'oldOther';
  const old = decision ? t(`verdict.${key}`, { date }) : t('verdict.oldNever');
  const version = newer?.version ?? '';
  return newer?.at
    ? t('verdict.outOfDate', { old, version, ago: dates.ago(newer.at) })
    : t('verdict.outOfDateUndated', { old, version });
}

/** The verdict in one sentence, as the tab and the card say it. */
export function verdictSentence(posture: Posture, words: Words): string {
  const { t, dates } = words;
  const { state, decision, release } = posture;
  if (state === 'not-in-scope') return t('verdict.notInScope');
  if (state === 'out-of-date') return outOfDate(posture, words);
  if (state === 'could-not-judge') {
    return t('verdict.couldNotJudge', {
      reason: decision?.error?.message ?? t('verdict.couldNotJudgeUnknown'),
    });
  }
  if (!decision || state === 'not-known') {
    return release ? t('verdict.notKnownRelease') : t('verdict.notKnown');
  }
  const enforcedFrom =
    decision.enforcedFrom && dates.day(decision.enforcedFrom);
  const observing = enforcedFrom
    ? t('verdict.observingUntil', { date: enforcedFrom })
    : t('verdict.observing');
  return t('verdict.sentence', {
    state:
      state === 'would-not-ship' ? observing : t(`states.posture.${state}`),
    facts: facts(decision, posture, words),
  });
}

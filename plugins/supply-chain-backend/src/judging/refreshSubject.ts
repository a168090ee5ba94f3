import { EvidenceDot } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { toDecisionSummary } from '../database/operations/releases/decisionColumns';
import { findDecision } from '../database/operations/releases/findDecision';
import { findReleaseById } from '../database/operations/releases/findRelease';
import { listEvidence } from '../database/operations/releases/listEvidence';
import { ReleaseRecord } from '../database/operations/releases/releaseColumns';
import { Expected, SubjectRow } from '../database/rows';
import { fitOptional } from '../database/text';
import { expectationsOf } from '../posture/expectationsOf';
import { findMissingSince } from '../posture/operations/findMissingSince';
import { JudgedRelease, sameVersion, stateOf } from './stateOf';

/**
 * Makes a subject's row in lists say what its newest release and decision say now.
 * Runs in the transaction that changed them; says whether anything that people see
 * has changed.
 */
export async function refreshSubject(options: {
  tx: Knex.Transaction;
  subject: SubjectRow;
  now: number;
}): Promise<boolean> {
  const { tx, subject, now } = options;
  const newest =
    subject.newest_release_id === undefined
      ? undefined
      : await findReleaseById({ tx, id: subject.newest_release_id });
  const { dots, hasEvidence } = await dotsOf(tx, subject, newest, now);
  const next = stateOf({
    subject,
    newest: newest && (await judgedRelease(tx, newest, hasEvidence)),
    latestHasEvidence: await hasLatest(tx, subject),
    now,
  });
  const text = JSON.stringify(dots);
  const isChanged =
    next.state !== subject.state ||
    next.newlyBroken !== subject.newly_broken ||
    text !== subject.dots;
  await tx('subject')
    .where({ id: subject.id })
    .update({
      state: next.state,
      state_since: next.state === subject.state ? subject.state_since : now,
      newly_broken: next.newlyBroken,
      urgency: next.urgency,
      first_reason: fitOptional(next.firstReason, 500),
      more_reasons: next.moreReasons,
      dots: text,
    });
  return isChanged;
}

async function judgedRelease(
  tx: Knex,
  newest: ReleaseRecord,
  hasEvidence: boolean,
): Promise<JudgedRelease> {
  const summary = toDecisionSummary(newest);
  const decision =
    newest.decision_id === null
      ? undefined
      : await findDecision({ tx, id: newest.decision_id });
  return {
    version: newest.version,
    hasEvidence,
    decision:
      summary && decision
        ? {
            verdict: summary.verdict,
            newViolations: summary.counts.newViolations,
            error: summary.error,
            rules: decision.rules,
          }
        : undefined,
  };
}

async function dotsOf(
  tx: Knex,
  subject: SubjectRow,
  newest: ReleaseRecord | undefined,
  now: number,
): Promise<{ dots: EvidenceDot[]; hasEvidence: boolean }> {
  const expected = JSON.parse(subject.expected) as Expected;
  const evidence = newest
    ? (await listEvidence({ tx, releaseId: newest.id, releaseUid: newest.uid }))
        .map(record => record.evidence)
        .filter(piece => piece.current && !piece.withdrawn)
    : [];
  const missingSince = await findMissingSince({
    tx,
    subjectId: subject.id,
    line: newest?.line ?? 'main',
    kinds: expected.map(({ kind }) => kind),
  });
  const dots = expectationsOf({
    expected,
    evidence,
    missingSince,
    now: new Date(now),
  }).map(({ kind, state, since }) => ({
    kind,
    state,
    ...(since && { since: since.at }),
  }));
  return { dots, hasEvidence: evidence.length > 0 };
}

async function hasLatest(tx: Knex, subject: SubjectRow): Promise<boolean> {
  if (!subject.latest_release) return false;
  const versions: { version: string }[] = await tx('release as r')
    .join('evidence as e', 'e.release_id', 'r.id')
    .where({
      'r.subject_id': subject.id,
      'r.channel': 'release',
      'e.current': true,
    })
    .distinct('r.version');
  return versions.some(({ version }) =>
    sameVersion(version, subject.latest_release!),
  );
}

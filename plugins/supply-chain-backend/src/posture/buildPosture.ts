import { Knex } from 'knex';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { findBaseRelease } from '../database/operations/releases/findBaseRelease';
import { findDecision } from '../database/operations/releases/findDecision';
import { findReleaseById } from '../database/operations/releases/findRelease';
import {
  findSubject,
  SubjectRecord,
} from '../database/operations/releases/findSubject';
import { listEvidence } from '../database/operations/releases/listEvidence';
import { listOutputs } from '../database/operations/releases/listOutputs';
import {
  ReleaseRecord,
  toRelease,
} from '../database/operations/releases/releaseColumns';
import { findTrust } from '../database/operations/releases/findTrust';
import { requireRelease } from '../database/operations/releases/requireRelease';
import { countChanges } from '../inventory/changeCounts';
import { ReadingCache } from '../inventory/ReadingCache';
import { toToldTrust, withLevels } from '../trust/KeptTrust';
import { placedHolds } from '../holds/operations/placedHolds';
import { expectationsOf } from './expectationsOf';
import { fixesOf, upcomingOf } from './fixFirst';
import { findMissingSince } from './operations/findMissingSince';
import { isEnforced, stateOfDecision } from './postureState';
import { proofOf } from './proofOf';

interface BuildOptions {
  tx: Knex;
  cache: ReadingCache;
  entityRef: string;
  releaseUid?: string;
  baseUid?: string;
  namesHolds: boolean;
  now: Date;
}

/**
 * The fold of the entity tab in a fixed number of statements, however many
 * components, rules and pieces of evidence there are.
 */
export async function buildPosture(options: BuildOptions): Promise<Posture> {
  const { tx, entityRef, releaseUid } = options;
  const subject = await findSubject({ tx, entityRef });
  const release = await pickRelease(options, subject);
  if (!subject || !release) return withoutRelease(entityRef, subject);
  const posture = await ofRelease(options, subject, release);
  return compact({
    entityRef,
    signalId: subject.uid,
    title: subject.title,
    owner: subject.owner,
    system: subject.system,
    ...(releaseUid === undefined || release.newest_release_id === release.id
      ? {
          state: subject.state,
          stateSince: subject.stateSince,
          outOfDate: outOfDateOf(subject),
        }
      : {
          state: stateOfDecision(
            posture.decision,
            isEnforced(subject, options.now),
          ),
        }),
    ...posture,
  });
}

async function pickRelease(
  { tx, entityRef, releaseUid }: BuildOptions,
  subject: SubjectRecord | undefined,
): Promise<ReleaseRecord | undefined> {
  if (releaseUid !== undefined) {
    return requireRelease({ tx, entityRef, releaseUid });
  }
  return subject?.newestReleaseId === undefined
    ? undefined
    : findReleaseById({ tx, id: subject.newestReleaseId });
}

async function ofRelease(
  { tx, cache, entityRef, baseUid, namesHolds, now }: BuildOptions,
  subject: SubjectRecord,
  release: ReleaseRecord,
) {
  const [[current, missingSince], known, kept, holds, decision, counts] =
    await Promise.all([
      findCurrent({ tx, subject, release }),
      listOutputs({ tx, releaseId: release.id }),
      findTrust({ tx, releaseId: release.id }),
      placedHolds({ tx, releaseId: release.id, isNamed: namesHolds }),
      release.decision_id === null
        ? undefined
        : findDecision({ tx, id: release.decision_id }),
      (baseUid === undefined
        ? findBaseRelease({ tx, release })
        : requireRelease({ tx, entityRef, releaseUid: baseUid })
      ).then(base => countChanges({ tx, cache, target: release, base })),
    ]);
  const evidence = current.map(record => record.evidence);
  const { components, findings, changes } = counts;
  const shown = toRelease(release);
  const passed = shown.decision?.verdict === 'passed';
  const rules = decision?.rules ?? [];
  const outputs = withLevels(known, kept);
  return {
    release: shown,
    decision: shown.decision,
    judging: release.judge_asked > release.judge_done,
    fixFirst: fixesOf(rules, shown.decision?.verdict).slice(0, 3),
    upcoming: upcomingOf(rules),
    expected: expectationsOf({
      expected: subject.expected,
      evidence,
      missingSince,
      now,
    }),
    outputs,
    trust:
      kept && compact({ ...toToldTrust(kept, outputs), held: subject.held }),
    changes,
    // RFC 3339 in UTC sorts as text: what goes first tells how long all is kept
    retainedUntil: evidence.map(piece => piece.retainUntil).sort()[0],
    holds: holds.length > 0 ? holds : undefined,
    counts: {
      components,
      findings,
      evidence: evidence.length,
      provenance: evidence.filter(({ kind }) => kind === 'provenance').length,
    },
    proof: passed
      ? proofOf(evidence, await findProvenance(cache, current))
      : undefined,
  };
}

/** Evidence that counts now, and since when the expected rest is missing. */
async function findCurrent(options: {
  tx: Knex;
  subject: SubjectRecord;
  release: ReleaseRecord;
}) {
  const { tx, subject, release } = options;
  const records = await listEvidence({
    tx,
    releaseId: release.id,
    releaseUid: release.uid,
  });
  const current = records.filter(
    ({ evidence }) => evidence.current && !evidence.withdrawn,
  );
  const missingSince = await findMissingSince({
    tx,
    subjectId: subject.id,
    line: release.line,
    kinds: subject.expected
      .map(({ kind }) => kind)
      .filter(kind => !current.some(({ evidence }) => evidence.kind === kind)),
  });
  return [current, missingSince] as const;
}

async function findProvenance(
  cache: ReadingCache,
  current: Awaited<ReturnType<typeof listEvidence>>,
) {
  const all = current.filter(({ evidence }) => evidence.kind === 'provenance');
  const piece =
    all.find(({ evidence }) => evidence.facts.trust.state === 'trusted') ??
    all[0];
  return piece && (await cache.fragment(piece.readingId)).provenance;
}

function outOfDateOf(subject: SubjectRecord): Posture['outOfDate'] {
  if (subject.state !== 'out-of-date' || subject.latestRelease === undefined) {
    return undefined;
  }
  return compact({
    version: subject.latestRelease,
    at: subject.latestReleaseAt,
  });
}

function withoutRelease(
  entityRef: string,
  subject: SubjectRecord | undefined,
): Posture {
  return compact({
    entityRef,
    signalId: subject?.uid,
    title: subject?.title,
    owner: subject?.owner,
    system: subject?.system,
    // a visible entity without a row is not one that any selector names
    state: subject ? subject.state : ('not-in-scope' as const),
    stateSince: subject?.stateSince,
    outOfDate: subject && outOfDateOf(subject),
    judging: false,
    fixFirst: [],
    upcoming: [],
    expected: expectationsOf({
      expected: subject?.expected ?? [],
      evidence: [],
      missingSince: new Map(),
      now: new Date(),
    }),
    outputs: [],
    counts: { components: 0, findings: 0, evidence: 0, provenance: 0 },
  });
}

import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import {
  appendEvents,
  LedgerEvent,
} from '../../database/operations/record/appendEvent';
import { askForJudgement } from '../../database/operations/record/askForJudgement';
import { lockDigests } from '../../database/operations/record/lockKeeping';
import { inChunks } from '../../database/raw';
import { deleteRows } from './deleteRows';
import { forgetDecisions } from './forgetDecisions';
import { DoomedEvidence } from './types';

// Engines limit the parameters of one statement
const ROWS = 50;

const NOTHING = {
  kind: null,
  size: null,
  subject_id: null,
  entity_ref: null,
  release_uid: null,
  version: null,
  channel: null,
  received_at: null,
};

/**
 * Turns evidence into tombstones. The caller has locked its subjects and `lockKeeping`,
 * and has made sure that it may go. Bytes stay for the next phase; the artifact says
 * whether anything still refers to them.
 */
export async function deleteEvidence(options: {
  tx: Knex.Transaction;
  doomed: readonly DoomedEvidence[];
  /** `run:<uid>` or `erasure:<uid>`. */
  by: string;
  /** Personal data: the tombstone tells the digest alone. */
  erased: boolean;
  now: number;
}): Promise<void> {
  const { tx, doomed, by, erased, now } = options;
  if (doomed.length === 0) return;
  const digests = [...new Set(doomed.map(({ sha256 }) => sha256))];
  await lockDigests(tx, digests);
  for (const chunk of inChunks([...doomed], ROWS)) {
    await tx('tombstone').insert(
      chunk.map(evidence => ({
        uid: randomUUID(),
        evidence_uid: evidence.uid,
        sha256: evidence.sha256,
        erased,
        deleted_at: now,
        deleted_by: by,
        rule: erased ? 'erasure' : evidence.keptBy,
        ...(erased ? NOTHING : toColumns(evidence)),
      })),
    );
  }
  if (erased) await forgetDecisions(tx, doomed);
  await deleteRows({ tx, doomed, now });
  // What was replaced too: it may have sealed the outputs, and trust repeats its words
  const changed = [...new Set(doomed.map(({ release }) => release.id))];
  await askForJudgement({ tx, releaseIds: changed, now });
  await appendEvents(
    tx,
    doomed.map(evidence => toEvent(evidence, options)),
  );
}

function toColumns({
  kind,
  size,
  subject,
  release,
  receivedAt,
}: DoomedEvidence) {
  return {
    kind,
    size,
    subject_id: subject.id,
    entity_ref: subject.entityRef,
    release_uid: release.uid,
    version: release.version,
    channel: release.channel,
    received_at: receivedAt,
  };
}

function toEvent(
  { uid, sha256, keptBy, subject, release }: DoomedEvidence,
  options: { by: string; erased: boolean; now: number },
): LedgerEvent {
  const { by, erased, now } = options;
  return {
    type: erased ? 'evidence-erased' : 'evidence-deleted',
    at: now,
    subject,
    release,
    facts: {
      evidence: uid,
      digest: `sha256:${sha256}`,
      rule: erased ? 'erasure' : keptBy,
      by,
    },
  };
}

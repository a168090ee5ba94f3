import { Knex } from 'knex';
import {
  appendEvents,
  LedgerEvent,
} from '../../database/operations/record/appendEvent';
import { askForJudgement } from '../../database/operations/record/askForJudgement';
import { lockDigests } from '../../database/operations/record/lockKeeping';
import { deleteRows } from './deleteRows';
import { forgetDecisions } from './forgetDecisions';
import { insertTombstones } from './insertTombstones';
import { DoomedEvidence } from './types';

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
  const { tx, doomed, erased, now } = options;
  if (doomed.length === 0) return;
  const digests = [...new Set(doomed.map(({ sha256 }) => sha256))];
  await lockDigests(tx, digests);
  await insertTombstones(options);
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

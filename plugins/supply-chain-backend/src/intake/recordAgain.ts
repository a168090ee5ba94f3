import { Knex } from 'knex';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import {
  DeclaredOutput,
  declareOutputs,
} from '../database/operations/record/declareOutputs';
import { insertReceipt } from '../database/operations/record/insertReceipt';
import { extendArtifact } from '../database/operations/record/keepArtifact';
import { lockSubject } from '../database/operations/record/lockSubject';
import { refreshCurrent } from '../database/operations/record/refreshCurrent';
import { refreshFindings } from '../database/operations/record/recordFindings';
import { refreshInventory } from '../database/operations/record/refreshInventory';
import { EvidenceRow, ReleaseRow, toOptionalRow } from '../database/rows';
import { fit } from '../database/text';
import { NamedClass } from '../retention/classes/types';
import { promiseAgain } from '../retention/promises/promiseAgain';
import { evidenceWithdrawn } from './evidenceWithdrawn';
import { GoneMeanwhile } from './GoneMeanwhile';
import { Sender } from './types';

/**
 * The same bytes came to the same place: a receipt and a longer promise. What is
 * current does not change, unless the earlier upload had been withdrawn: a person who
 * may withdraw takes that back by sending it again. From anybody else it is refused:
 * pipelines repeat themselves, and a collector finds the file after every commit.
 */
export async function recordAgain(
  tx: Knex.Transaction,
  options: {
    uid: string;
    evidence: EvidenceRow;
    release: ReleaseRow;
    outputs: DeclaredOutput[];
    sender: Sender;
    idempotencyKey?: string;
    fileName?: string;
    mayReinstate: boolean;
    /** What is promised by now. */
    classes: readonly NamedClass[];
    now: number;
  },
): Promise<{ reinstated: boolean }> {
  const { release, now, outputs, classes } = options;
  const subject = await lockSubject({ tx, id: release.subject_id });
  // As it is now: somebody may have withdrawn it since it was looked up
  const evidence = toOptionalRow<EvidenceRow>(
    await tx('evidence').where({ id: options.evidence.id }).first(),
  );
  if (!evidence) throw new GoneMeanwhile();
  const { sha256, withdrawn_at: withdrawnAt } = evidence;
  const reinstated = withdrawnAt !== undefined;
  if (reinstated && !options.mayReinstate) throw evidenceWithdrawn(withdrawnAt);
  await insertReceipt({
    tx,
    ...options,
    subjectId: release.subject_id,
    releaseId: release.id,
    evidenceId: evidence.id,
    sha256,
    outcome: 'known',
    at: now,
  });
  const { expiresAt } = await promiseAgain({
    tx,
    classes,
    subject,
    line: release.line,
    evidenceId: evidence.id,
    now,
  });
  await extendArtifact({ tx, sha256, expiresAt });
  await declareOutputs({ tx, releaseId: release.id, outputs, now });
  if (reinstated) {
    const by = options.sender.principal.ref;
    await reinstate(tx, { evidence, release, receipt: options.uid, by, now });
  }
  if (reinstated || outputs.length > 0 || !(await isJudged(tx, release))) {
    await askForJudgement({ tx, releaseIds: [release.id], now });
  }
  await appendEvent({
    tx,
    type: reinstated ? 'evidence-reinstated' : 'evidence-received-again',
    at: now,
    subject,
    release,
    facts: {
      evidence: evidence.uid,
      receipt: options.uid,
      digest: `sha256:${sha256}`,
      retainUntil: new Date(expiresAt).toISOString(),
    },
  });
  return { reinstated };
}

/** Sending it again is what people try first when there was no judgement. */
async function isJudged(
  tx: Knex.Transaction,
  { id }: ReleaseRow,
): Promise<boolean> {
  const decision = await tx('release as r')
    .join('decision as d', 'd.id', 'r.decision_id')
    .where('r.id', id)
    .first('d.verdict');
  return decision !== undefined && decision.verdict !== 'error';
}

async function reinstate(
  tx: Knex.Transaction,
  options: {
    evidence: EvidenceRow;
    release: ReleaseRow;
    receipt: string;
    by: string;
    now: number;
  },
): Promise<void> {
  const { evidence, release, now } = options;
  await tx('withdrawal')
    .where({ evidence_id: evidence.id })
    .whereNull('reinstated_at')
    .update({
      reinstated_at: now,
      reinstated_by: fit(options.by, 255),
      reinstated_receipt: options.receipt,
    });
  await tx('evidence').where({ id: evidence.id }).update({
    current: true,
    superseded_by: null,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_reason: null,
  });
  await tx('finding_source')
    .where({ evidence_id: evidence.id })
    .update({ removed_at: null });
  const { stream, kind, signs } = evidence;
  await refreshCurrent({ tx, releaseId: release.id, stream, kind, signs, now });
  await refreshFindings({ tx, releaseId: release.id, now });
  if (release.channel === 'release') {
    const { subject_id: subjectId, line } = release;
    await refreshInventory({ tx, subjectId, line });
  }
}

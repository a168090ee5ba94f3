import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { lockSubject } from '../database/operations/record/lockSubject';
import { refreshCurrent } from '../database/operations/record/refreshCurrent';
import { refreshFindings } from '../database/operations/record/recordFindings';
import { refreshInventory } from '../database/operations/record/refreshInventory';
import {
  EvidenceRow,
  ReleaseRow,
  toOptionalRow,
  toRow,
} from '../database/rows';
import { fit } from '../database/text';

// It is related to nothing any more, so what was found would not be kept true
const WITHDRAWN = JSON.stringify({
  state: 'none',
  reason: 'It was withdrawn, so nobody is asked who vouches for it.',
});

/**
 * Takes a mistaken upload out of its release. Bytes, receipts and decisions stay;
 * what came before it in its stream counts again.
 */
export async function recordWithdrawal(
  tx: Knex.Transaction,
  options: {
    evidenceUid: string;
    reason: string;
    principal: Principal;
    now: number;
  },
): Promise<number> {
  const { evidenceUid, now } = options;
  const found = await tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .where('e.uid', evidenceUid)
    .first('r.*');
  if (!found) throw new NotFoundError(`No evidence '${evidenceUid}'`);
  const release = toRow<ReleaseRow>(found);
  const { subject_id: subjectId, line } = release;
  const subject = await lockSubject({ tx, id: subjectId });
  const evidence = toOptionalRow<EvidenceRow>(
    await tx('evidence').where({ uid: evidenceUid }).first(),
  )!;
  if (evidence.withdrawn_at !== undefined) {
    throw new ConflictError(`Evidence '${evidenceUid}' was withdrawn before`);
  }
  const by = fit(options.principal.ref, 255);
  const reason = fit(options.reason, 1000);
  await tx('evidence').where({ id: evidence.id }).update({
    current: false,
    withdrawn_at: now,
    withdrawn_by: by,
    withdrawn_reason: reason,
    trust: WITHDRAWN,
    trust_line: null,
  });
  // The evidence forgets it when it is taken back; this does not
  await tx('withdrawal').insert({
    evidence_id: evidence.id,
    withdrawn_at: now,
    withdrawn_by: by,
    reason,
  });
  await tx('finding_source')
    .where({ evidence_id: evidence.id })
    .whereNull('removed_at')
    .update({ removed_at: now });
  const { stream, kind, signs } = evidence;
  await refreshCurrent({ tx, releaseId: release.id, stream, kind, signs, now });
  await refreshFindings({ tx, releaseId: release.id, now });
  if (release.channel === 'release') {
    await refreshInventory({ tx, subjectId, line });
  }
  await askForJudgement({ tx, releaseIds: [release.id], now });
  await appendEvent({
    tx,
    type: 'evidence-withdrawn',
    at: now,
    subject,
    release,
    facts: { evidence: evidenceUid, digest: `sha256:${evidence.sha256}` },
  });
  return release.id;
}

import { Knex } from 'knex';
import { ReleaseRecord } from '../../database/operations/releases/releaseColumns';
import { fit, fitOptional } from '../../database/text';
import { PromotionClaim } from '../types';

/**
 * With what the gate said last for this very stage: an answer for another one, or for
 * none, was held to another mode. It is kept here for good; questions are forgotten.
 */
export async function insertPromotion(options: {
  tx: Knex.Transaction;
  release: ReleaseRecord;
  claim: PromotionClaim;
  now: number;
}): Promise<void> {
  const { tx, release, claim, now } = options;
  const { stage, principal } = claim;
  const ask = await tx('gate_ask')
    .where({
      subject_id: release.subject_id,
      channel: release.channel,
      version: release.version,
      stage,
    })
    .first();
  await tx('promotion').insert({
    release_id: release.id,
    stage,
    promoted_at: now,
    principal_type: principal.type,
    principal_ref: fit(principal.ref, 255),
    source: fitOptional(claim.source, 500),
    answer: ask?.answer ?? null,
    asked_at: ask?.asked_at ?? null,
    asked_type: ask?.principal_type ?? null,
    asked_ref: ask?.principal_ref ?? null,
  });
}

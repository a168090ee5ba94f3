import { Knex } from 'knex';
import { fit, fitOptional } from '../../database/text';
import { RetirementClaim } from '../types';

/** Stages that the release is in, or was promoted nowhere: one row for that. */
export async function stagesOf(tx: Knex, releaseId: number): Promise<string[]> {
  const rows: { stage: string }[] = await tx('promotion')
    .where({ release_id: releaseId })
    .orderBy('stage')
    .select('stage');
  return rows.map(({ stage }) => stage);
}

/** One row for each stage that it has not left yet; gives how many were added. */
export async function retire(options: {
  tx: Knex.Transaction;
  releaseId: number;
  stages: string[];
  claim: RetirementClaim;
  now: number;
}): Promise<number> {
  const { tx, releaseId, stages, claim, now } = options;
  const open: { stage: string }[] = await tx('retirement')
    .where({ release_id: releaseId })
    .whereNull('ended_at')
    .select('stage');
  const left = stages.filter(
    stage => !open.some(retirement => retirement.stage === stage),
  );
  if (left.length === 0) return 0;
  await tx('retirement').insert(
    left.map(stage => ({
      release_id: releaseId,
      stage,
      retired_at: now,
      retired_by_type: claim.principal.type,
      retired_by_ref: fit(claim.principal.ref, 255),
      source: fitOptional(claim.source, 500),
      reason: fitOptional(claim.reason, 1000),
    })),
  );
  return left.length;
}

/** It went there again: it has not left any more, and supply goes on. */
export async function endRetirement(options: {
  tx: Knex.Transaction;
  releaseId: number;
  stage: string;
  now: number;
}): Promise<boolean> {
  const { tx, releaseId, stage, now } = options;
  const ended = await tx('retirement')
    .where({ release_id: releaseId, stage })
    .whereNull('ended_at')
    .update({ ended_at: now });
  return ended > 0;
}

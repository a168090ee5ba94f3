import { Knex } from 'knex';

/**
 * What is promised from the last supply or the end of support of a release, after one
 * of them moved. A supply that goes on has not ended, and no date moves back.
 */
export async function refreshSupply(options: {
  tx: Knex.Transaction;
  releaseId: number;
}): Promise<void> {
  const { tx, releaseId } = options;
  await tx('retention_promise')
    .whereIn('start', ['last-supply', 'end-of-support'])
    .whereIn(
      'evidence_id',
      tx('evidence').where({ release_id: releaseId }).select('id'),
    )
    .update({ started_at: null, due_at: null });
}

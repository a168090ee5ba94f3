import { Knex } from 'knex';
import { EvidenceRow, toRows } from '../../rows';

/** What counts now, in an order that arrival does not change. */
export async function findCurrentEvidence(options: {
  tx: Knex;
  releaseId: number;
}): Promise<EvidenceRow[]> {
  return toRows<EvidenceRow>(
    await options
      .tx('evidence')
      .where({ release_id: options.releaseId, current: true })
      .whereNull('withdrawn_at')
      .orderBy(['kind', 'stream', 'sha256']),
  );
}

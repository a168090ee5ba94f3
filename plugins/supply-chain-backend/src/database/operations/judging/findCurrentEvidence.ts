import { Knex } from 'knex';
import { EvidenceRow, toRows } from '../../rows';

/** With what re-reading its bytes told. */
export type CurrentEvidence = EvidenceRow & {
  condition: 'sound' | 'corrupt' | 'missing';
};

/** What counts now, in an order that arrival does not change. */
export async function findCurrentEvidence(options: {
  tx: Knex;
  releaseId: number;
}): Promise<CurrentEvidence[]> {
  return toRows<CurrentEvidence>(
    await options
      .tx('evidence as e')
      .join('artifact as a', 'a.sha256', 'e.sha256')
      .where({ 'e.release_id': options.releaseId, 'e.current': true })
      .whereNull('e.withdrawn_at')
      .orderBy(['e.kind', 'e.stream', 'e.sha256'])
      .select('e.*', 'a.condition'),
  );
}

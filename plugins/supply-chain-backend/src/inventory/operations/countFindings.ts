import { Knex } from 'knex';

/** Live findings of a release by component key. */
export async function countFindings(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Map<string, number>> {
  const { tx } = options;
  const rows = await tx('finding as f')
    .where('f.release_id', options.releaseId)
    .whereNull('f.gone_at')
    .whereExists(
      tx('finding_source as s')
        .join('evidence as e', 'e.id', 's.evidence_id')
        .where('s.finding_id', tx.ref('f.id'))
        .whereNull('s.removed_at')
        .whereNull('e.withdrawn_at')
        .select(tx.raw('1')),
    )
    .groupBy('f.component_key')
    .select('f.component_key', tx.raw('count(*) as n'));
  return new Map(
    (rows as any[]).map(row => [row.component_key, Number(row.n)]),
  );
}

import { Knex } from 'knex';

/**
 * The later document takes the earlier one's place in its stream; both stay. Every
 * document has trust `none` so far, hence the later one always may.
 *
 * @returns how many it replaces
 */
export async function supersedeEvidence(options: {
  tx: Knex.Transaction;
  releaseId: number;
  stream: string;
  kind: string;
  by: number;
  now: number;
}): Promise<number> {
  const { tx, by, now } = options;
  const earlier: { id: number }[] = await tx('evidence')
    .where({
      release_id: options.releaseId,
      stream: options.stream,
      kind: options.kind,
      current: true,
    })
    .whereNot({ id: by })
    .select('id');
  const ids = earlier.map(row => row.id);
  if (ids.length === 0) return 0;
  await tx('evidence')
    .whereIn('id', ids)
    .update({ current: false, superseded_by: by });
  await tx('finding_source')
    .whereIn('evidence_id', ids)
    .whereNull('removed_at')
    .update({ removed_at: now });
  return ids.length;
}

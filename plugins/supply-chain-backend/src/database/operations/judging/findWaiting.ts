import { Knex } from 'knex';

/** Releases that were marked and not judged since, longest waiting first. */
export async function findWaiting(options: { tx: Knex }): Promise<number[]> {
  const rows: { id: number }[] = await options
    .tx('release')
    .whereRaw('judge_asked > judge_done')
    .orderBy(['judge_since', 'id'])
    .select('id');
  return rows.map(row => row.id);
}

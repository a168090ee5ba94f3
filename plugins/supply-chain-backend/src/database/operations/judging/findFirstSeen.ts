import { Knex } from 'knex';

/** `<component key>|<vulnerability>`, by every name of it, to when this release first showed it. */
export async function findFirstSeen(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Map<string, Date>> {
  const rows: {
    component_key: string;
    alias: string;
    first_seen_at: unknown;
  }[] = await options
    .tx('finding as f')
    .join(
      'vulnerability_alias as a',
      'a.vulnerability_id',
      'f.vulnerability_id',
    )
    .where({ 'f.release_id': options.releaseId })
    .select('f.component_key', 'a.alias', 'f.first_seen_at');
  return new Map(
    rows.map(row => [
      `${row.component_key}|${row.alias}`,
      new Date(Number(row.first_seen_at)),
    ]),
  );
}

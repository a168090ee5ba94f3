import { Knex } from 'knex';

/** `<component key>|<vulnerability>`, as reported, to when this release first showed it. */
export async function findFirstSeen(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Map<string, Date>> {
  const rows: {
    component_key: string;
    vulnerability: string;
    first_seen_at: unknown;
  }[] = await options
    .tx('finding')
    .where({ release_id: options.releaseId })
    .select('component_key', 'vulnerability', 'first_seen_at');
  return new Map(
    rows.map(row => [
      `${row.component_key}|${row.vulnerability}`,
      new Date(Number(row.first_seen_at)),
    ]),
  );
}

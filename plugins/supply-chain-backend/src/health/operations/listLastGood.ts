import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';

/** The last evidence of a kind that an entity sent for a release. */
export interface LastGood {
  subjectId: number;
  kind: string;
  version: string;
  at: number;
}

export async function listLastGood(options: {
  tx: Knex;
  subjectIds: number[];
}): Promise<LastGood[]> {
  const { tx } = options;
  const rows: any[] = await whereIdIn(
    tx('evidence as e')
      .join('release as r', 'r.id', 'e.release_id')
      .where('r.channel', 'release')
      .whereNull('e.withdrawn_at')
      .orderBy(['e.received_at', 'e.id'])
      .select('r.subject_id', 'e.kind', 'r.version', 'e.received_at'),
    'r.subject_id',
    options.subjectIds,
  );
  const last = new Map<string, LastGood>();
  for (const row of rows) {
    last.set(`${row.subject_id} ${row.kind}`, {
      subjectId: row.subject_id,
      kind: row.kind,
      version: row.version,
      at: Number(row.received_at),
    });
  }
  return [...last.values()];
}

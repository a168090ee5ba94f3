import { Knex } from 'knex';
import { ReleaseRecord, selectReleases } from './releaseColumns';

/** Newest first, after the given position. */
export async function listReleases(options: {
  tx: Knex;
  entityRef: string;
  channel?: string;
  after?: { madeAt: number; id: number };
  limit: number;
}): Promise<ReleaseRecord[]> {
  const { tx, after } = options;
  const query = selectReleases(tx)
    .where('s.entity_ref', options.entityRef)
    .orderBy([
      { column: 'r.made_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .limit(options.limit);
  if (options.channel) query.where('r.channel', options.channel);
  if (after) {
    query.where(older =>
      older
        .where('r.made_at', '<', after.madeAt)
        .orWhere(same =>
          same.where('r.made_at', after.madeAt).where('r.id', '<', after.id),
        ),
    );
  }
  return query;
}

export async function countReleases(options: {
  tx: Knex;
  entityRef: string;
  channel?: string;
}): Promise<number> {
  const query = options
    .tx('release as r')
    .join('subject as s', 's.id', 'r.subject_id')
    .where('s.entity_ref', options.entityRef);
  if (options.channel) query.where('r.channel', options.channel);
  const [row] = await query.count({ count: '*' });
  return Number(row.count);
}

import { Knex } from 'knex';

export interface Next {
  sha256: string;
  storedSize: number;
  /** When it was re-read last, or else stored. */
  since: number;
}

const COLUMNS = ['sha256', 'stored_size', 'checked_at', 'created_at'];

/** What waited longest to be re-read, after those of this run that could not be. */
export async function findNext(options: {
  tx: Knex;
  before: number;
  after?: Next;
}): Promise<Next | undefined> {
  const { tx, before, after } = options;
  const since = 'coalesce(checked_at, created_at)';
  const row = await tx('artifact')
    .whereNull('unlink_at')
    .whereNot({ condition: 'unreadable' })
    .whereRaw(`${since} < ?`, [before])
    .modify(query => {
      if (!after) return;
      query.whereRaw(`(${since} > ? or (${since} = ? and sha256 > ?))`, [
        after.since,
        after.since,
        after.sha256,
      ]);
    })
    .orderByRaw(`${since}, sha256`)
    .first(COLUMNS);
  return row && toNext(row);
}

/** What could not be read before, in the order of its digests. */
export async function findUnreadable(options: {
  tx: Knex;
  after: string;
}): Promise<Next | undefined> {
  const { tx, after } = options;
  const row = await tx('artifact')
    .where({ condition: 'unreadable' })
    .where('sha256', '>', after)
    .whereNull('unlink_at')
    .orderBy('sha256')
    .first(COLUMNS);
  return row && toNext(row);
}

function toNext(row: Record<string, any>): Next {
  return {
    sha256: row.sha256,
    storedSize: Number(row.stored_size),
    since: Number(row.checked_at ?? row.created_at),
  };
}

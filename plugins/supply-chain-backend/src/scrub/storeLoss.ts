import { Knex } from 'knex';

/** Since when the store has been away, as far as runs have found out. */
export async function awaySince(tx: Knex): Promise<number | undefined> {
  const row = await tx('retention_alarm')
    .where({ kind: 'unreachable' })
    .whereNull('ended_at')
    .first('raised_at');
  return row && Number(row.raised_at);
}

/**
 * When a person last confirmed that what the store does not give is lost: what was last
 * seen before then is looked at again, and found bad without asking for witnesses.
 */
export async function lossConfirmedAt(tx: Knex): Promise<number> {
  const row = await tx('retention_alarm')
    .where({ kind: 'unreachable' })
    .whereNotNull('confirmed_by_ref')
    .max({ at: 'ended_at' })
    .first();
  return Number(row?.at ?? 0);
}

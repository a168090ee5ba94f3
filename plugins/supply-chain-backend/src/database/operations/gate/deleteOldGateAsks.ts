import { Knex } from 'knex';

/** A pipeline that still waits asks again; what nobody asked for a week is moot. */
export const GATE_ASK_TTL_MS = 7 * 24 * 60 * 60 * 1000;

export async function deleteOldGateAsks(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  const { tx, now } = options;
  return tx('gate_ask')
    .where('asked_at', '<=', now - GATE_ASK_TTL_MS)
    .delete();
}

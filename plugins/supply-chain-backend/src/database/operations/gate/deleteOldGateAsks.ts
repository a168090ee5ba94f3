import { Knex } from 'knex';

const DAY = 24 * 60 * 60 * 1000;

/** A pipeline that still waits asks again; what nobody asked for a week is moot. */
export const GATE_ASK_TTL_MS = 7 * DAY;
/** For as long an answer is good for a promotion. */
export const ANSWER_TTL_MS = 90 * DAY;

export async function deleteOldGateAsks(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  const { tx, now } = options;
  return tx('gate_ask')
    .where('asked_at', '<=', now - ANSWER_TTL_MS)
    .orWhere(moot =>
      moot
        .where({ without_evidence: true })
        .where('asked_at', '<=', now - GATE_ASK_TTL_MS),
    )
    .delete();
}

import { Knex } from 'knex';

// Longer than a chunk of work takes; a replica that was killed holds it for as long
const TURN_MS = 120_000;

/** One run at a time, whichever replica it is on. */
export async function takeTurn(options: {
  tx: Knex;
  run: string;
  now: number;
}): Promise<boolean> {
  const { tx, run, now } = options;
  const taken = await tx('retention_state')
    .where({ id: 1 })
    // A turn that lasts longer than any can was taken by a clock that ran ahead
    .whereRaw('(lease_until is null or lease_until < ? or lease_until > ?)', [
      now,
      now + TURN_MS,
    ])
    .update({ lease_by: run, lease_until: now + TURN_MS });
  return taken === 1;
}

/** False when another run has the turn by now; writes only once half of it is over. */
export async function keepTurn(options: {
  tx: Knex;
  run: string;
  now: number;
}): Promise<boolean> {
  const { tx, run, now } = options;
  const { lease_by: by, lease_until: until } = await tx('retention_state')
    .where({ id: 1 })
    .first('lease_by', 'lease_until');
  if (by === run && Number(until) >= now + TURN_MS / 2) return true;
  const kept = await tx('retention_state')
    .where({ id: 1, lease_by: run })
    .update({ lease_until: now + TURN_MS });
  return kept === 1;
}

export async function endTurn(options: {
  tx: Knex;
  run: string;
}): Promise<void> {
  const { tx, run } = options;
  await tx('retention_state')
    .where({ id: 1, lease_by: run })
    .update({ lease_by: null, lease_until: null });
}

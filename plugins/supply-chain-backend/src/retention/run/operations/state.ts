import { Knex } from 'knex';

/** The one row that runs share. */
export async function readState(options: { tx: Knex }): Promise<{
  mark?: number;
  allowedVolume?: number;
  replayedAt?: number;
  replayed: number;
  replayKept: number;
  sweptAt?: number;
}> {
  const row = await options.tx('retention_state').where({ id: 1 }).first();
  const time = (value: unknown) =>
    value === null || value === undefined ? undefined : Number(value);
  return {
    mark: time(row.clock_mark),
    allowedVolume: time(row.allowed_volume),
    replayedAt: time(row.replayed_at),
    replayed: row.replayed,
    replayKept: row.replay_kept,
    sweptAt: time(row.swept_at),
  };
}

export async function writeState(options: {
  tx: Knex;
  columns: Partial<{
    clock_mark: number;
    allowed_volume: number | null;
    replayed_at: number;
    replayed: number;
    replay_kept: number;
    swept_at: number;
  }>;
}): Promise<void> {
  const { tx, columns } = options;
  await tx('retention_state').where({ id: 1 }).update(columns);
}

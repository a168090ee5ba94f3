import { Knex } from 'knex';

const FORGET_MS = 7 * 86_400_000;
/** A place that nothing asked for within this time shows nothing to anyone. */
export const LIVE_MS = 300_000;

/** Remembers that a target is in use, and forgets those that no longer are. */
export async function seeTarget(options: {
  tx: Knex;
  target: string;
  now: number;
}): Promise<void> {
  const { tx, target, now } = options;
  await tx('mirror_target')
    .insert({ id: target, seen_at: now })
    .onConflict('id')
    .merge();
  const old = tx('mirror_target')
    .where('seen_at', '<', now - FORGET_MS)
    .select('id');
  await tx('mirror_site').whereIn('target', old.clone()).delete();
  await tx('mirror_target')
    .where('seen_at', '<', now - FORGET_MS)
    .delete();
}

import { Knex } from 'knex';
import { inChunks } from '../../database/raw';
import { HoldOn, matchesTarget } from '../matchesTarget';
import { readReleases } from './readReleases';

const RELEASES = 500;

/** A hold in force. */
export interface ActiveHold extends HoldOn {
  id: number;
  uid: string;
  reference: string;
  placedAt: number;
  reviewAt: number;
}

export async function activeHolds(tx: Knex): Promise<ActiveHold[]> {
  const rows: Record<string, any>[] = await tx('hold')
    .whereNull('lifted_at')
    .orderBy('id')
    .select('id', 'uid', 'target', 'reference', 'placed_at', 'review_at');
  return rows.map(row => ({
    id: row.id,
    uid: row.uid,
    target: JSON.parse(row.target),
    reference: row.reference,
    placedAt: Number(row.placed_at),
    reviewAt: Number(row.review_at),
  }));
}

/** By release, the holds among some that cover it, by what is known of it now. */
export async function holdsOf<H extends HoldOn>(options: {
  tx: Knex;
  releaseIds: number[];
  holds: readonly H[];
}): Promise<Map<number, H[]>> {
  const { tx, releaseIds, holds } = options;
  const held = new Map<number, H[]>();
  if (holds.length === 0) return held;
  for (const ids of inChunks(releaseIds, RELEASES)) {
    for (const release of await readReleases(tx, ids)) {
      const own = holds.filter(hold => matchesTarget(hold, release));
      if (own.length > 0) held.set(release.id, own);
    }
  }
  return held;
}

/** Those of the releases that an active hold covers. */
export async function heldReleases(options: {
  tx: Knex;
  releaseIds: number[];
}): Promise<Set<number>> {
  const holds = await activeHolds(options.tx);
  return new Set((await holdsOf({ ...options, holds })).keys());
}

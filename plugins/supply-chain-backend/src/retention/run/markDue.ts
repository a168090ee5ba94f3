import { Knex } from 'knex';
import {
  appendEvents,
  LedgerEvent,
} from '../../database/operations/record/appendEvent';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { idsIn, rawRows } from '../../database/raw';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { heldReleases } from '../../holds/operations/heldReleases';
import { DUE_SQL, SEALS_OTHERS, VOUCHES_SQL } from '../deletion/dueSql';
import { LIVE_SQL } from '../live/liveSql';
import { selectEvidence, toDoomed } from '../deletion/selectEvidence';
import { DoomedEvidence } from '../deletion/types';

const ROWS = 500;

export interface DueWhen {
  now: number;
  liveAfterGoneMs: number;
}

/** Evidence that is due among some, or all of it; held evidence is left out. */
export async function findDue(options: {
  tx: Knex;
  when: DueWhen;
  narrow: (query: Knex.QueryBuilder) => void;
}): Promise<DoomedEvidence[]> {
  const { tx, when, narrow } = options;
  const { now, liveAfterGoneMs } = when;
  const query = selectEvidence(tx)
    .whereRaw(DUE_SQL, [now, now - liveAfterGoneMs, now])
    .orderBy([{ column: 'e.expires_at' }, { column: 'e.id' }]);
  narrow(query);
  const rows: Record<string, any>[] = await query;
  const releaseIds = [...new Set(rows.map(row => row.release_id as number))];
  const held = await heldReleases({ tx, releaseIds });
  return rows.filter(row => !held.has(row.release_id)).map(toDoomed);
}

/** What is due among some, by id alone: no engine may come upon a worse plan for it. */
export async function findDueAmong(options: {
  tx: Knex;
  when: DueWhen;
  ids: readonly number[];
}): Promise<
  (DoomedEvidence & { isMarked: boolean; isDue: boolean; isRipe: boolean })[]
> {
  const { tx, when, ids } = options;
  const { now, liveAfterGoneMs } = when;
  const own = idsIn(tx, 'e.id', ids);
  const rows: Record<string, any>[] = await selectEvidence(tx)
    .whereRaw(own.sql, own.bindings)
    .select('e.expires_at', 'e.kept_open', 'e.marked_at', 'e.delete_after', {
      is_live: tx.raw(`case when ${LIVE_SQL} then 1 else 0 end`, [
        now - liveAfterGoneMs,
      ]),
      seals_others: tx.raw(`case when ${SEALS_OTHERS} then 1 else 0 end`),
      vouches: tx.raw(`case when ${VOUCHES_SQL} then 1 else 0 end`, [now]),
    } as never)
    .orderBy('e.id');
  const releaseIds = [...new Set(rows.map(row => row.release_id as number))];
  const held = await heldReleases({ tx, releaseIds });
  return rows.map(row => {
    const isDue =
      !row.kept_open &&
      Number(row.expires_at) <= now &&
      Number(row.is_live) === 0 &&
      Number(row.seals_others) === 0 &&
      Number(row.vouches) === 0 &&
      !held.has(row.release_id);
    const isMarked = row.marked_at !== null;
    const isRipe = isDue && isMarked && Number(row.delete_after) <= now;
    return { ...toDoomed(row), isMarked, isDue, isRipe };
  });
}

/** Phase one: what is due is marked and goes after the grace period. */
export async function markDue(options: {
  database: SupplyChainDatabase;
  due: readonly DoomedEvidence[];
  when: DueWhen;
  graceMs: number;
  /** Before each chunk; false ends it. */
  goOn: () => Promise<boolean>;
}): Promise<number> {
  const { database, due, when, graceMs, goOn } = options;
  let marked = 0;
  for (let from = 0; from < due.length && (await goOn()); from += ROWS) {
    const ids = due.slice(from, from + ROWS).map(({ id }) => id);
    marked += await database.transaction(async tx => {
      await lockKeeping(tx);
      const still = (await findDueAmong({ tx, when, ids })).filter(
        ({ isDue, isMarked }) => isDue && !isMarked,
      );
      if (still.length === 0) return 0;
      const deleteAfter = when.now + graceMs;
      const own = idsIn(
        tx,
        'id',
        still.map(({ id }) => id),
      );
      await rawRows(
        tx,
        `update evidence set marked_at = ?, delete_after = ? where ${own.sql}`,
        [when.now, deleteAfter, ...own.bindings],
      );
      await appendEvents(
        tx,
        still.map(evidence =>
          toEvent('evidence-marked', evidence, when.now, {
            rule: evidence.keptBy,
            deletesAt: new Date(deleteAfter).toISOString(),
          }),
        ),
      );
      return still.length;
    });
  }
  return marked;
}

export function toEvent(
  type: LedgerEvent['type'],
  { uid, sha256, subject, release }: DoomedEvidence,
  at: number,
  facts: Record<string, unknown> = {},
): LedgerEvent {
  return {
    type,
    at,
    subject,
    release,
    facts: { evidence: uid, digest: `sha256:${sha256}`, ...facts },
  };
}

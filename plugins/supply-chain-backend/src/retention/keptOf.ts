import { Evidence, Kept } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { compact, toIso } from '../database/operations/releases/columns';
import { ReleaseRecord } from '../database/operations/releases/releaseColumns';
import { heldReleases } from '../holds/operations/heldReleases';
import { LIVE_SQL } from './live/liveSql';

const DAY = 24 * 60 * 60 * 1000;

/** Adds to evidence of a release until when it is kept, by which rule, and what its bytes are. */
export async function withKept(options: {
  tx: Knex;
  release: ReleaseRecord;
  evidence: Evidence[];
  liveAfterGoneMs: number;
  now: number;
}): Promise<Evidence[]> {
  const { tx, release, evidence, now } = options;
  if (evidence.length === 0) return [];
  const [rows, promises, held, live] = await Promise.all([
    tx('evidence as e')
      .join('artifact as a', 'a.sha256', 'e.sha256')
      .where('e.release_id', release.id)
      .select('e.*', 'a.condition', 'a.condition_at', 'a.checked_at'),
    tx('retention_promise as p')
      .join('evidence as e', 'e.id', 'p.evidence_id')
      .where('e.release_id', release.id)
      .orderBy(['p.class', 'p.start'])
      .select('p.*'),
    heldReleases({ tx, releaseIds: [release.id] }),
    isLive(tx, release.id, now - options.liveAfterGoneMs),
  ]);
  const state = { live, held: held.has(release.id) };
  return evidence.map(piece => {
    const row = rows.find(({ uid }) => uid === piece.id);
    if (!row) return piece;
    const own = promises.filter(({ evidence_id: id }) => id === row.id);
    return {
      ...piece,
      kept: toKept(row, own, state),
      integrity: toIntegrity(row),
    };
  });
}

async function isLive(tx: Knex, id: number, before: number): Promise<boolean> {
  const row = await tx('release as r')
    .join('subject as s', 's.id', 'r.subject_id')
    .where('r.id', id)
    .whereRaw(LIVE_SQL, [before])
    .first('r.id');
  return row !== undefined;
}

function toKept(
  row: Record<string, any>,
  promises: Record<string, any>[],
  state: { live: boolean; held: boolean },
): Kept {
  const open = Boolean(row.kept_open);
  const isMarked = row.marked_at !== null;
  return compact({
    until: open ? undefined : toIso(row.expires_at),
    rule: row.kept_by,
    open,
    ...state,
    obligations: promises.map(promise =>
      compact({
        class: promise.class,
        start: promise.start,
        minimumDays: Number(promise.minimum_ms) / DAY,
        until: promise.due_at === null ? undefined : toIso(promise.due_at),
      }),
    ),
    state: isMarked ? ('marked' as const) : ('kept' as const),
    deletesAt: isMarked ? toIso(row.delete_after) : undefined,
  });
}

export function toIntegrity(
  row: Record<string, any>,
): NonNullable<Evidence['integrity']> {
  return compact({
    state: row.condition,
    since: row.condition_at === null ? undefined : toIso(row.condition_at),
    checkedAt: row.checked_at === null ? undefined : toIso(row.checked_at),
  });
}

import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { SubjectSnapshot } from '../../../catalog/toSnapshot';
import { isPg, textsIn } from '../../raw';
import { SubjectRow, toOptionalRow, toRows } from '../../rows';

export async function findSubjectRow(options: {
  tx: Knex;
  entityRef: string;
}): Promise<SubjectRow | undefined> {
  return toOptionalRow<SubjectRow>(
    await options
      .tx('subject')
      .where({ entity_ref: options.entityRef })
      .first(),
  );
}

/** A subject beside what it was until now. */
export interface KeptSubject {
  subject: SubjectRow;
  before?: SubjectRow;
  isNew: boolean;
}

/**
 * Adds subjects, or brings what the catalog says of them up to date. Gives them locked,
 * and as they were before: of several that add one at once, one finds it new.
 */
export async function upsertSubjects(options: {
  tx: Knex.Transaction;
  snapshots: readonly SubjectSnapshot[];
  now: number;
}): Promise<KeptSubject[]> {
  const { tx, now } = options;
  // In one order, against deadlocks
  const snapshots = [...options.snapshots].sort((one, other) =>
    one.entity_ref < other.entity_ref ? -1 : 1,
  );
  const refs = snapshots.map(snapshot => snapshot.entity_ref);
  const known = new Map(
    (await lockByRef(tx, refs)).map(row => [row.entity_ref, row]),
  );
  const rows = snapshots.map(snapshot => ({
    ...toColumns(snapshot),
    uid: randomUUID(),
    created_at: now,
    seen_at: now,
    gone_at: null,
    live_end_told_at: null,
    state: snapshot.in_scope ? 'not-known' : 'not-in-scope',
    state_since: now,
    dots: '[]',
  }));
  await tx('subject')
    .insert(rows)
    .onConflict('entity_ref')
    .merge([
      ...Object.keys(toColumns(snapshots[0])),
      'seen_at',
      'gone_at',
      'live_end_told_at',
    ]);
  const uids = new Set<string>(rows.map(({ uid }) => uid));
  return (await lockByRef(tx, refs)).map(subject => ({
    subject,
    before: known.get(subject.entity_ref),
    isNew: uids.has(subject.uid),
  }));
}

async function lockByRef(
  tx: Knex.Transaction,
  refs: readonly string[],
): Promise<SubjectRow[]> {
  const own = textsIn(tx, 'entity_ref', refs);
  const query = tx('subject')
    .whereRaw(own.sql, own.bindings)
    .orderBy('id')
    .select();
  return toRows<SubjectRow>(await (isPg(tx) ? query.forUpdate() : query));
}

/** Absent members become NULL, so that what the catalog dropped is dropped here. */
export function toColumns(snapshot: SubjectSnapshot): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(snapshot).map(([column, value]) => [column, value ?? null]),
  );
}

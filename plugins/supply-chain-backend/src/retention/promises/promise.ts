import { RetentionStart } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { rawRows } from '../../database/raw';
import { NamedClass, DEFAULT_CLASS } from '../classes/types';
import { matchSql, MatchWorld } from './matchSql';
import { START_SQL } from './startSql';

/** Which pieces of evidence, as a condition on `e`. */
export interface Which {
  sql: string;
  bindings: Knex.RawBinding[];
}

/**
 * Gives evidence what the effective classes promise by now, where it has less: a new
 * row, or a longer minimum. Nothing gets shorter here. Answers the releases for whose
 * evidence something else is promised now.
 */
export async function promise(options: {
  tx: Knex.Transaction;
  classes: readonly NamedClass[];
  world: MatchWorld;
  which: Which;
}): Promise<number[]> {
  const { tx, classes, world, which } = options;
  const instead = classes
    .filter(({ definition }) => definition.insteadOfDefault)
    .map(({ definition }) => matchSql(tx, definition.match, world));
  for (const { name, definition } of classes) {
    const { start, minimumMs, latestMs } = definition;
    const matched =
      name === DEFAULT_CLASS
        ? {
            sql:
              instead.map(({ sql }) => `not ${sql}`).join(' and ') || '1 = 1',
            bindings: instead.flatMap(({ bindings }) => bindings),
          }
        : matchSql(tx, definition.match, world);
    // A row looked up by its key: as an anti-join it would be planned by how common a
    // class was when the engine last counted
    await tx.raw(
      `insert into retention_promise
         (evidence_id, class, start, minimum_ms, latest_ms)
       select e.id, ?, ?, cast(? as bigint), cast(? as bigint)
         from evidence e join "release" r on r.id = e.release_id
        where ${which.sql} and ${matched.sql}
          and coalesce((
            select p.minimum_ms from retention_promise p
             where p.evidence_id = e.id and p.class = ? and p.start = ?), -1) < ?
       on conflict (evidence_id, class, start) do update set
         minimum_ms = excluded.minimum_ms, latest_ms = excluded.latest_ms,
         due_at = retention_promise.started_at + excluded.minimum_ms`,
      [
        name,
        start,
        minimumMs,
        latestMs ?? null,
        ...which.bindings,
        ...matched.bindings,
        name,
        start,
        minimumMs,
      ] as Knex.RawBinding[],
    );
  }
  await begin(tx, which);
  return settle(tx, which);
}

/** Dates promises whose start event has come. */
async function begin(tx: Knex.Transaction, which: Which): Promise<void> {
  // Most evidence waits for nothing
  const open = await rawRows<{ start: RetentionStart }>(
    tx,
    `select distinct p.start
       from evidence e join retention_promise p on p.evidence_id = e.id
      where p.due_at is null and ${which.sql}`,
    which.bindings,
  );
  for (const { start } of open) {
    await tx.raw(
      `update retention_promise set
         started_at = began.at, due_at = began.at + retention_promise.minimum_ms
       from (
         select e.id, ${START_SQL[start]} as at
           from evidence e join "release" r on r.id = e.release_id
          where ${which.sql} and exists (
            select 1 from retention_promise p
             where p.evidence_id = e.id and p.start = ? and p.due_at is null)
       ) began
       where retention_promise.evidence_id = began.id
         and retention_promise.start = ?
         and retention_promise.due_at is null and began.at is not null`,
      [...which.bindings, start, start] as Knex.RawBinding[],
    );
  }
}

/** Makes the evidence's own columns say what its promises say together. */
async function settle(tx: Knex.Transaction, which: Which): Promise<number[]> {
  const changed = await rawRows<{ release_id: number }>(
    tx,
    `update evidence set
       expires_at = a.due, kept_open = a.is_open, kept_by = a.class, latest_at = a.latest
     from (
       select e.id, coalesce(max(p.due_at), e.received_at) as due,
         max(case when p.due_at is null then 1 else 0 end) = 1 as is_open,
         max(p.started_at + p.latest_ms) as latest,
         (select b.class from retention_promise b where b.evidence_id = e.id
           order by case when b.due_at is null then 0 else 1 end, b.due_at desc, b.class
           limit 1) as class
       from evidence e
         join "release" r on r.id = e.release_id
         join retention_promise p on p.evidence_id = e.id
       where ${which.sql}
       group by e.id, e.received_at
     ) a
     where a.id = evidence.id and (
       evidence.expires_at <> a.due or evidence.kept_open <> a.is_open
       or evidence.kept_by <> a.class
       or coalesce(evidence.latest_at, -1) <> coalesce(a.latest, -1))
     returning release_id`,
    which.bindings,
  );
  return [...new Set(changed.map(row => row.release_id))];
}

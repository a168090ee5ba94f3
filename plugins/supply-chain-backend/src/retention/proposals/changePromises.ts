import { Knex } from 'knex';
import { NamedClass, ClassDefinition, DEFAULT_CLASS } from '../classes/types';
import { matchSql, MatchWorld } from '../promises/matchSql';
import { promise } from '../promises/promise';

const ALL = { sql: '1 = 1', bindings: [] };

/**
 * The only place where a promise gets shorter or goes: after a second person approved
 * that its class does. Answers as `promise` does.
 */
export async function changePromises(options: {
  tx: Knex.Transaction;
  name: string;
  /** Absent: there was no such class. */
  before?: ClassDefinition;
  /** Absent: the class ends. */
  after?: ClassDefinition;
  /** What is effective from now on. */
  classes: readonly NamedClass[];
  world: MatchWorld;
}): Promise<number[]> {
  const { tx, name, before, after, classes, world } = options;
  const own = tx('retention_promise').where({ class: name });
  if (!after) {
    await own.clone().delete();
  } else {
    await shorten(tx, name, after);
    if (before) await narrow(tx, name, before, after, world);
    if (after.insteadOfDefault) {
      await remove(tx, DEFAULT_CLASS, matchSql(tx, after.match, world));
    }
  }
  return promise({ tx, classes, world, which: ALL });
}

/** What was promised to evidence that the class would not match today gets shorter too. */
async function shorten(
  tx: Knex.Transaction,
  name: string,
  { start, minimumMs, latestMs }: ClassDefinition,
): Promise<void> {
  await tx('retention_promise')
    .where({ class: name, start })
    .update({
      minimum_ms: minimumMs,
      latest_ms: latestMs ?? null,
      due_at: tx.raw('started_at + cast(? as bigint)', [minimumMs]),
    });
}

async function narrow(
  tx: Knex.Transaction,
  name: string,
  before: ClassDefinition,
  after: ClassDefinition,
  world: MatchWorld,
): Promise<void> {
  const then = matchSql(tx, before.match, world);
  const now = matchSql(tx, after.match, world);
  await remove(tx, name, {
    sql: `(${then.sql} and not ${now.sql})`,
    bindings: [...then.bindings, ...now.bindings],
  });
  if (before.start !== after.start) await remove(tx, name, now, before.start);
}

async function remove(
  tx: Knex.Transaction,
  name: string,
  what: { sql: string; bindings: Knex.RawBinding[] },
  start?: string,
): Promise<void> {
  await tx('retention_promise')
    .where({ class: name })
    .modify(query => {
      if (start) query.where({ start });
    })
    .whereRaw(
      `evidence_id in (
         select e.id from evidence e join "release" r on r.id = e.release_id
          where ${what.sql})`,
      what.bindings,
    )
    .delete();
}

import { Knex } from 'knex';
import { appendEvents } from '../../database/operations/record/appendEvent';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { idsIn, nextTick, rawRows } from '../../database/raw';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { listEffective } from '../classes/operations/listClasses';
import { MatchedSubject } from '../classes/matchesClass';
import { deleteEvidence } from '../deletion/deleteEvidence';
import { lockSubjects } from '../deletion/lockSubjects';
import { DoomedEvidence } from '../deletion/types';
import { promise, Which } from '../promises/promise';
import { DueWhen, findDueAmong, toEvent } from './markDue';

/** Few enough that nobody waits long for the one writer, and many to a statement. */
export const CHUNK = 500;

/**
 * Phase two, one chunk: looks again at marked evidence under every lock that could
 * keep it, spares what is not due any more, and deletes the rest if its time has come.
 */
export async function settleMarked(options: {
  database: SupplyChainDatabase;
  marked: readonly { id: number; subjectId: number }[];
  when: DueWhen;
  by: string;
}): Promise<{ spared: number; deleted: number }> {
  const { database, marked, when, by } = options;
  const settled = await database.transaction(async tx => {
    await lockSubjects(
      tx,
      marked.map(({ subjectId }) => subjectId),
    );
    await lockKeeping(tx);
    const ids = marked.map(({ id }) => id);
    const own = idsIn(tx, 'e.id', ids);
    await promise({
      tx,
      classes: await listEffective({ tx }),
      world: await worldOf(tx, own),
      which: own,
    });
    const among = (await findDueAmong({ tx, when, ids })).filter(
      ({ isMarked }) => isMarked,
    );
    const kept = among.filter(({ isDue }) => !isDue);
    const spared = await spare(tx, kept, when.now);
    const ripe = among.filter(({ isRipe }) => isRipe);
    await deleteEvidence({
      tx,
      doomed: ripe,
      by,
      erased: false,
      now: when.now,
    });
    return { spared, deleted: ripe.length };
  });
  await nextTick();
  return settled;
}

async function worldOf(tx: Knex, which: Which) {
  const rows = await rawRows<MatchedSubject & { id: number; line: string }>(
    tx,
    `select distinct s.id, s.kind, s.namespace, s.name, s.type, s.lifecycle, r.line
       from evidence e join "release" r on r.id = e.release_id
       join subject s on s.id = r.subject_id
      where ${which.sql}`,
    which.bindings,
  );
  const subjects = new Map(rows.map(row => [row.id, row]));
  return {
    subjects: [...subjects.values()],
    lines: [...new Set(rows.map(({ line }) => line))],
  };
}

async function spare(
  tx: Knex.Transaction,
  spared: readonly DoomedEvidence[],
  now: number,
): Promise<number> {
  if (spared.length === 0) return 0;
  const own = idsIn(
    tx,
    'id',
    spared.map(({ id }) => id),
  );
  await rawRows(
    tx,
    `update evidence set marked_at = null, delete_after = null where ${own.sql}`,
    own.bindings,
  );
  await appendEvents(
    tx,
    spared.map(evidence => toEvent('evidence-spared', evidence, now)),
  );
  return spared.length;
}

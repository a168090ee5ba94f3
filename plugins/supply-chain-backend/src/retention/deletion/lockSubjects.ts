import { Knex } from 'knex';
import { idList, isPg, rawRows } from '../../database/raw';

/** In one order, against deadlocks; whatever changes a subject's evidence waits here. */
export async function lockSubjects(
  tx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  if (!isPg(tx) || ids.length === 0) return;
  await rawRows(
    tx,
    `select id from subject where id in (${idList(tx)}) order by id for update`,
    [JSON.stringify([...new Set(ids)])],
  );
}

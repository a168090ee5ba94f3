import { nextTick } from '../../database/raw';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { noteKept } from '../../mirror/operations/noteKept';
import { listEffective } from '../classes/operations/listClasses';
import { readMatchWorld } from './matchSql';
import { promise } from './promise';

// Few enough that nobody waits long for the one writer
const EVIDENCE = 1000;

/** `promise` for all evidence, some at a time. */
export async function promiseAll(options: {
  database: SupplyChainDatabase;
  signal?: AbortSignal;
}): Promise<void> {
  const { database, signal } = options;
  const world = await readMatchWorld(database.knex);
  for (let after = 0; !signal?.aborted; ) {
    const rows: { id: number }[] = await database
      .knex('evidence')
      .where('id', '>', after)
      .orderBy('id')
      .limit(EVIDENCE)
      .select('id');
    if (rows.length === 0) return;
    const last = rows[rows.length - 1].id;
    const which = { sql: 'e.id > ? and e.id <= ?', bindings: [after, last] };
    await database.transaction(async tx => {
      await lockKeeping(tx);
      // As they are now: a proposal may have been approved in between
      const classes = await listEffective({ tx });
      const releaseIds = await promise({ tx, classes, world, which });
      await noteKept({ tx, releaseIds });
    });
    after = last;
    await nextTick();
  }
}

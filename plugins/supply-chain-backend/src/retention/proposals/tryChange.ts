import { Knex } from 'knex';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { noteKept } from '../../mirror/operations/noteKept';
import { listEffective } from '../classes/operations/listClasses';
import { replaceClass } from '../classes/operations/replaceClass';
import { ClassDefinition } from '../classes/types';
import { readMatchWorld } from '../promises/matchSql';
import { promise } from '../promises/promise';
import { DueWhen, findDue } from '../run/markDue';
import { changePromises } from './changePromises';
import { previewOf, readPieces, StoredPreview } from './previewOf';

export interface Change {
  name: string;
  after?: ClassDefinition;
  proposalUid: string;
}

/** Makes a shortening effective and tells what it released. */
export async function applyChange(
  tx: Knex.Transaction,
  change: Change,
  when: DueWhen,
): Promise<StoredPreview> {
  const { name, after, proposalUid } = change;
  await lockKeeping(tx);
  const effective = await listEffective({ tx });
  const world = await readMatchWorld(tx);
  // What is promised by now anyway is not this change's doing
  const which = { sql: '1 = 1', bindings: [] };
  const grown = await promise({ tx, classes: effective, world, which });
  const before = await readPieces(tx);
  const due = await findDue({ tx, when, narrow: () => {} });
  await replaceClass({
    tx,
    name,
    definition: after,
    source: 'proposal',
    proposalUid,
    now: when.now,
  });
  const changed = await changePromises({
    tx,
    name,
    before: effective.find(one => one.name === name)?.definition,
    after,
    classes: await listEffective({ tx }),
    world,
  });
  await noteKept({ tx, releaseIds: [...grown, ...changed] });
  const dueBefore = new Set(due.map(({ id }) => id));
  return previewOf({ tx, before, dueBefore, when });
}

/** The very change, taken back: no preview can differ from what it shows. */
export async function previewChange(
  database: SupplyChainDatabase,
  change: Change,
  when: DueWhen,
): Promise<StoredPreview> {
  let preview: StoredPreview | undefined;
  const taken = new Error('Only a preview');
  try {
    await database.transaction(async tx => {
      preview = await applyChange(tx, change, when);
      throw taken;
    });
  } catch (error) {
    if (error !== taken) throw error;
  }
  return preview!;
}

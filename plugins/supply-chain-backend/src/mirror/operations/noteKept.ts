import { Knex } from 'knex';
import { idList } from '../../database/raw';

/**
 * Makes the pages due of the entities whose releases these are, for what is promised
 * for their evidence, or holds it, is another now. The caller holds `lockKeeping`, so
 * two never wait for one another's rows.
 */
export async function noteKept(options: {
  tx: Knex.Transaction;
  releaseIds: Iterable<number>;
}): Promise<void> {
  const { tx, releaseIds } = options;
  const ids = [...new Set(releaseIds)];
  if (ids.length === 0) return;
  // Changes' evidence is on no page
  await tx.raw(
    `insert into kept_change (subject_id, changes)
     select distinct subject_id, 1 from "release"
      where channel = 'release' and id in (${idList(tx)})
     on conflict (subject_id) do update set changes = kept_change.changes + 1`,
    [JSON.stringify(ids)],
  );
}

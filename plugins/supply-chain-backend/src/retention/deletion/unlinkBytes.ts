import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';
import { lockDigests } from '../../database/operations/record/lockKeeping';
import { inChunks, rawRows, textsIn } from '../../database/raw';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';

const DIGESTS = 250;

// An object store answers after milliseconds, and others wait for the transaction
const AT_ONCE = 16;

/**
 * The last phase: bytes that no evidence has any more, and whose tombstones are in the
 * journal. File and row go under the lock of the digest, the file first: a kill in
 * between leaves a row that says so, and removing twice is the same as once.
 */
export async function unlinkBytes(options: {
  database: SupplyChainDatabase;
  store: ArtifactStore;
  /** Default: everything that waits. */
  digests?: string[];
  /** Before each chunk; false ends it. */
  goOn: () => Promise<boolean>;
}): Promise<{ unlinked: number; bytes: number }> {
  const { database, store, goOn } = options;
  const waiting = await findWaiting(database.knex, options.digests);
  const total = { unlinked: 0, bytes: 0 };
  for (const chunk of inChunks(waiting, DIGESTS)) {
    if (!(await goOn())) return total;
    const done = await database.transaction(tx => unlink(tx, store, chunk));
    total.unlinked += done.unlinked;
    total.bytes += done.bytes;
  }
  return total;
}

async function findWaiting(tx: Knex, digests?: string[]): Promise<string[]> {
  const rows: { sha256: string }[] = await tx('artifact as a')
    .whereNotNull('a.unlink_at')
    // Asked once, not for each: rows of this run are still in the index as they were
    .whereNotIn(
      'a.sha256',
      tx('tombstone').whereNull('journalled_at').select('sha256'),
    )
    .modify(query => {
      if (digests) {
        const own = textsIn(tx, 'a.sha256', digests);
        query.whereRaw(own.sql, own.bindings);
      }
    })
    .orderBy('a.sha256')
    .select('a.sha256');
  return rows.map(({ sha256 }) => sha256);
}

async function unlink(
  tx: Knex.Transaction,
  store: ArtifactStore,
  digests: string[],
): Promise<{ unlinked: number; bytes: number }> {
  await lockDigests(tx, digests);
  const own = textsIn(tx, 'sha256', digests);
  // Evidence may have come since, and taken the bytes for its own
  const rows = await rawRows<{ sha256: string; stored_size: unknown }>(
    tx,
    `select sha256, stored_size from artifact
      where unlink_at is not null and ${own.sql}
        and not exists (select 1 from evidence e where e.sha256 = artifact.sha256)`,
    own.bindings,
  );
  for (const some of inChunks(rows, AT_ONCE)) await removeAll(store, some);
  const gone = textsIn(
    tx,
    'sha256',
    rows.map(({ sha256 }) => sha256),
  );
  // What was found of its signatures says nothing without the bytes
  for (const table of ['verification', 'artifact']) {
    await rawRows(tx, `delete from ${table} where ${gone.sql}`, gone.bindings);
  }
  return {
    unlinked: rows.length,
    bytes: rows.reduce((sum, row) => sum + Number(row.stored_size), 0),
  };
}

/** None is under way any more when it fails: the lock ends, and the bytes may be put anew. */
async function removeAll(
  store: ArtifactStore,
  rows: readonly { sha256: string }[],
): Promise<void> {
  const done = await Promise.allSettled(
    rows.map(({ sha256 }) => store.remove(sha256)),
  );
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

import { Knex } from 'knex';
import { ADVISORY_LOCKS } from '../../advisoryLocks';
import { isPg } from '../../raw';

/**
 * What decides whether evidence may go takes turns here until its transaction ends:
 * deletions, holds and classes. SQLite has one writer anyway. Order, against
 * deadlocks: subjects, this, digests; then releases and the ledger, of locked subjects
 * in whatever order.
 */
export async function lockKeeping(tx: Knex.Transaction): Promise<void> {
  if (isPg(tx))
    await tx.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCKS.keeping]);
}

/**
 * Bytes and the row that names them change together only under this lock: an arrival
 * of bytes that are about to be unlinked waits, or is waited for.
 */
export async function lockDigests(
  tx: Knex.Transaction,
  digests: readonly string[],
): Promise<void> {
  if (!isPg(tx)) return;
  // 32 bits of the digest: two that collide only wait for one another
  const keys = digests.map(
    digest => Number.parseInt(digest.slice(0, 8), 16) | 0,
  );
  // In one statement, in one order
  await tx.raw(
    `select pg_advisory_xact_lock(?, key) from (
       select distinct value::int as key from json_array_elements_text(?::json) order by 1
     ) keys`,
    [ADVISORY_LOCKS.digests, JSON.stringify(keys)],
  );
}

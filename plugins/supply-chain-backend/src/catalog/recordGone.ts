import { Knex } from 'knex';
import { appendEvents } from '../database/operations/record/appendEvent';
import { isPg } from '../database/raw';

/**
 * Entities that the catalog no longer has, each once however many look at the same time.
 * One that came back since the catalog was read is left alone. Gives how many are gone.
 */
export async function recordGone(options: {
  tx: Knex.Transaction;
  ids: number[];
  /** Before the catalog was read. */
  startedAt: number;
  liveAfterGoneMs: number;
}): Promise<number> {
  const { tx, ids, startedAt, liveAfterGoneMs } = options;
  const now = Date.now();
  const query = tx('subject')
    .whereIn('id', ids)
    .whereNull('gone_at')
    .where(seen =>
      seen.whereNull('seen_at').orWhere('seen_at', '<=', startedAt),
    )
    .orderBy('id')
    .select('id', 'uid');
  const rows: { id: number; uid: string }[] = await (isPg(tx)
    ? query.forUpdate()
    : query);
  if (rows.length === 0) return 0;
  const left = rows.map(({ id }) => id);
  await tx('subject').whereIn('id', left).update({ gone_at: now });
  const facts = {
    retention: 'newest-release-live-until',
    liveUntil: new Date(now + liveAfterGoneMs).toISOString(),
  };
  await appendEvents(
    tx,
    rows.map(subject => ({
      type: 'entity-removed' as const,
      at: now,
      subject,
      facts,
    })),
  );
  return rows.length;
}

import { Knex } from 'knex';
import { appendEvents } from '../../database/operations/record/appendEvent';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { idList, rawRows } from '../../database/raw';
import { SubjectRow } from '../../database/rows';
import { HoldQuery, matchesEntity } from '../matchesEntity';
import { activeHolds } from './heldReleases';
import { readEntities } from './subjectRows';

/** Writes down every entity that matches a query now; the caller has `lockKeeping`. */
export async function coverMatching(options: {
  tx: Knex.Transaction;
  holdId: number;
  query: HoldQuery;
  now: number;
}): Promise<number> {
  const { tx, holdId, query, now } = options;
  const matching = (await readEntities(tx)).filter(entity =>
    matchesEntity(query, entity),
  );
  const ids = JSON.stringify(matching.map(({ id }) => id));
  await rawRows(
    tx,
    // SQLite reads `on conflict` after a bare `from` as a join
    `insert into hold_cover (hold_id, subject_id, covered_at)
     select ${Number(holdId)}, matching.value, ${Number(now)}
       from (${idList(tx)}) matching where true
     on conflict do nothing`,
    [ids],
  );
  await tx('hold').where({ id: holdId }).update({ covered_at: now });
  return matching.length;
}

/**
 * Adds a locked entity to every hold by query that it matches now, or matched until now:
 * under the lock that placing takes, so no hold placed meanwhile misses it.
 */
export async function coverEntity(options: {
  tx: Knex.Transaction;
  subject: SubjectRow;
  before: SubjectRow | undefined;
  now: number;
}): Promise<void> {
  const { tx, subject, before, now } = options;
  await lockKeeping(tx);
  const matching = (await activeHolds(tx)).filter(
    ({ target: { query } }) =>
      query && [subject, before].some(row => row && matchesEntity(query, row)),
  );
  if (matching.length === 0) return;
  const known: number[] = await tx('hold_cover')
    .where({ subject_id: subject.id })
    .pluck('hold_id');
  const added = matching.filter(({ id }) => !known.includes(id));
  if (added.length === 0) return;
  await tx('hold_cover').insert(
    added.map(({ id }) => ({
      hold_id: id,
      subject_id: subject.id,
      covered_at: now,
    })),
  );
  await appendEvents(
    tx,
    added.map(({ uid }) => ({
      type: 'hold-extended' as const,
      at: now,
      subject,
      facts: { hold: uid },
    })),
  );
}

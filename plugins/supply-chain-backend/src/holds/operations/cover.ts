import { Knex } from 'knex';
import { appendEvents } from '../../database/operations/record/appendEvent';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { whereIdIn } from '../../database/operations/releases/idList';
import { KeptSubject } from '../../database/operations/subjects/upsertSubjects';
import { idList, inChunks, rawRows } from '../../database/raw';
import { HoldQuery, matchesEntity } from '../matchesEntity';
import { activeHolds } from './heldReleases';
import { readEntities } from './subjectRows';

// Engines limit the parameters of one statement
const ROWS = 500;

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
     select cast(? as integer), matching.value, cast(? as bigint)
       from (${idList(tx)}) matching where true
     on conflict do nothing`,
    [holdId, now, ids],
  );
  await tx('hold').where({ id: holdId }).update({ covered_at: now });
  return matching.length;
}

/**
 * Adds locked entities to every hold by query that they match now, or matched until now:
 * under the lock that placing takes, so no hold placed meanwhile misses them.
 */
export async function coverEntities(options: {
  tx: Knex.Transaction;
  entities: readonly KeptSubject[];
  now: number;
}): Promise<void> {
  const { tx, entities, now } = options;
  await lockKeeping(tx);
  const matching = (await activeHolds(tx)).flatMap(hold => {
    const { query } = hold.target;
    return entities
      .filter(({ subject, before }) =>
        [subject, before].some(
          row => query && row && matchesEntity(query, row),
        ),
      )
      .map(({ subject }) => ({ hold, subject }));
  });
  if (matching.length === 0) return;
  const rows: { hold_id: number; subject_id: number }[] = await whereIdIn(
    tx('hold_cover').select('hold_id', 'subject_id'),
    'subject_id',
    entities.map(({ subject }) => subject.id),
  );
  const known = new Set(rows.map(row => `${row.hold_id} ${row.subject_id}`));
  const added = matching.filter(
    ({ hold, subject }) => !known.has(`${hold.id} ${subject.id}`),
  );
  for (const chunk of inChunks(added, ROWS)) {
    await tx('hold_cover').insert(
      chunk.map(({ hold, subject }) => ({
        hold_id: hold.id,
        subject_id: subject.id,
        covered_at: now,
      })),
    );
  }
  await appendEvents(
    tx,
    added.map(({ hold, subject }) => ({
      type: 'hold-extended' as const,
      at: now,
      subject,
      facts: { hold: hold.uid },
    })),
  );
}

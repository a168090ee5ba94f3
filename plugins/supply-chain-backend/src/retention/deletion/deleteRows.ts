import { Knex } from 'knex';
import { refreshInventory } from '../../database/operations/record/refreshInventory';
import { idsIn, rawRows, textsIn } from '../../database/raw';
import { DoomedEvidence } from './types';

/**
 * Removes everything that hangs on the evidence, and what only it needed: readings of
 * bytes that no evidence has any more, and the decisions of a release that has none.
 */
export async function deleteRows(options: {
  tx: Knex.Transaction;
  doomed: readonly DoomedEvidence[];
  now: number;
}): Promise<void> {
  const { tx, doomed, now } = options;
  const ids = doomed.map(({ id }) => id);
  const releases = distinct(doomed.map(({ release }) => release.id));
  for (const table of [
    'finding_source',
    'withdrawal',
    'receipt',
    'retention_promise',
  ]) {
    await run(tx, `delete from ${table} where`, idsIn(tx, 'evidence_id', ids));
  }
  await run(
    tx,
    `delete from finding where not exists (
       select 1 from finding_source f where f.finding_id = finding.id) and`,
    idsIn(tx, 'release_id', releases),
  );
  await run(
    tx,
    'update evidence set superseded_by = null where',
    idsIn(tx, 'superseded_by', ids),
  );
  await run(tx, 'delete from evidence where', idsIn(tx, 'id', ids));
  await refreshStreams(tx, releases);
  await deleteReadings(tx, distinct(doomed.map(({ readingId }) => readingId)));
  await deleteOfEmpty(tx, releases);
  const bytes = textsIn(
    tx,
    'sha256',
    distinct(doomed.map(({ sha256 }) => sha256)),
  );
  await run(
    tx,
    `update artifact set unlink_at = ? where unlink_at is null
       and not exists (select 1 from evidence e where e.sha256 = artifact.sha256)
       and`,
    { sql: bytes.sql, bindings: [now, ...bytes.bindings] },
  );
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}

/** A statement up to its last condition, which says what it is about. */
function run<T>(
  tx: Knex,
  statement: string,
  { sql, bindings }: { sql: string; bindings: Knex.RawBinding[] },
): Promise<T[]> {
  return rawRows(tx, `${statement} ${sql}`, bindings);
}

/** Where-used rows come from the sets of a line's newest release, so before these go. */
async function refreshStreams(
  tx: Knex.Transaction,
  releases: number[],
): Promise<void> {
  const lines = await run<{ subject_id: number; line: string }>(
    tx,
    'select distinct subject_id, line from stream where',
    idsIn(tx, 'current_release_id', releases),
  );
  for (const { subject_id: subjectId, line } of lines) {
    await refreshInventory({ tx, subjectId, line });
  }
}

async function deleteReadings(
  tx: Knex.Transaction,
  readings: number[],
): Promise<void> {
  const unused = await run<{ id: number }>(
    tx,
    `select id from reading where not exists (
       select 1 from evidence e where e.reading_id = reading.id) and`,
    idsIn(tx, 'id', readings),
  );
  if (unused.length === 0) return;
  const ids = unused.map(({ id }) => id);
  for (const table of ['advisory', 'component_set']) {
    await run(tx, `delete from ${table} where`, idsIn(tx, 'reading_id', ids));
  }
  await run(tx, 'delete from reading where', idsIn(tx, 'id', ids));
}

/** Decisions are kept as long as any evidence of what they judged. */
async function deleteOfEmpty(
  tx: Knex.Transaction,
  releases: number[],
): Promise<void> {
  const empty = await run<{ id: number }>(
    tx,
    `select id from "release" where not exists (
       select 1 from evidence e where e.release_id = "release".id) and`,
    idsIn(tx, 'id', releases),
  );
  if (empty.length === 0) return;
  const ids = empty.map(({ id }) => id);
  await run(
    tx,
    'update "release" set decision_id = null where decision_id is not null and',
    idsIn(tx, 'id', ids),
  );
  for (const table of ['decision', 'output']) {
    await run(tx, `delete from ${table} where`, idsIn(tx, 'release_id', ids));
  }
}

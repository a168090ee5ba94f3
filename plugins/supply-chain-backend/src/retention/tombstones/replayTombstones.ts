import { Knex } from 'knex';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { rawRows, textList } from '../../database/raw';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { heldReleases } from '../../holds/operations/heldReleases';
import { endAlarm, raiseAlarm } from '../alarms/alarmRows';
import { deleteEvidence } from '../deletion/deleteEvidence';
import { lockSubjects } from '../deletion/lockSubjects';
import { selectEvidence, toDoomed } from '../deletion/selectEvidence';
import { DoomedEvidence } from '../deletion/types';
import { writeState } from '../run/operations/state';
import { JournalEntry, TombstoneJournal } from './TombstoneJournal';

const ENTRIES = 200;

/**
 * Deletes again what a restored backup brought back, before anything is read: the
 * journal remembers what the database has forgotten. What a hold covers stays, and
 * an alarm says so; bytes that were unlinked too early are gone for good.
 */
export async function replayTombstones(options: {
  database: SupplyChainDatabase;
  journal: TombstoneJournal;
  now: number;
}): Promise<{ replayed: number; kept: number }> {
  const { database, journal, now } = options;
  const total = { replayed: 0, kept: 0 };
  for await (const entries of inBatches(journal.read(), ENTRIES)) {
    const done = await database.transaction(tx => replay(tx, entries, now));
    total.replayed += done.replayed;
    total.kept += done.kept;
  }
  await database.transaction(async tx => {
    const columns = {
      replayed_at: now,
      replayed: total.replayed,
      replay_kept: total.kept,
    };
    await writeState({ tx, columns });
    if (total.kept === 0) {
      await endAlarm({ tx, kind: 'restored', now });
      return;
    }
    const message = `${total.kept} pieces of evidence were deleted, came back from a backup, and are held by now`;
    await raiseAlarm({ tx, kind: 'restored', message, now });
  });
  return total;
}

/** How much of the journal is evidence now, and how long the journal is. */
export async function countReturned(options: {
  tx: Knex;
  journal: TombstoneJournal;
}): Promise<{ journalled: number; returned: number }> {
  const { tx, journal } = options;
  const total = { journalled: 0, returned: 0 };
  for await (const entries of inBatches(journal.read(), ENTRIES)) {
    total.journalled += entries.length;
    total.returned += (await returnedAmong(tx, entries)).length;
  }
  return total;
}

async function returnedAmong(
  tx: Knex,
  entries: JournalEntry[],
): Promise<DoomedEvidence[]> {
  const rows: Record<string, any>[] = await selectEvidence(tx).whereRaw(
    `e.uid in (${textList(tx)})`,
    [JSON.stringify(entries.map(({ evidence }) => evidence))],
  );
  return rows.map(toDoomed);
}

async function replay(
  tx: Knex.Transaction,
  entries: JournalEntry[],
  now: number,
): Promise<{ replayed: number; kept: number }> {
  const found = await returnedAmong(tx, entries);
  await lockSubjects(
    tx,
    found.map(({ subject }) => subject.id),
  );
  await lockKeeping(tx);
  const releaseIds = [...new Set(found.map(({ release }) => release.id))];
  const held = await heldReleases({ tx, releaseIds });
  const isErased = new Set(
    entries.filter(({ erased }) => erased).map(({ evidence }) => evidence),
  );
  const again = found.filter(({ release }) => !held.has(release.id));
  for (const erased of [true, false]) {
    const doomed = again.filter(({ uid }) => isErased.has(uid) === erased);
    await deleteEvidence({ tx, doomed, by: 'replay', erased, now });
  }
  const kept = found.length - again.length;
  const stay = new Set(
    found.filter(one => held.has(one.release.id)).map(({ uid }) => uid),
  );
  await restoreTombstones(
    tx,
    entries.filter(({ evidence }) => !stay.has(evidence)),
    now,
  );
  return { replayed: again.length, kept };
}

/** Tombstones as they were: who deleted when is not the replay's to say. */
async function restoreTombstones(
  tx: Knex.Transaction,
  entries: JournalEntry[],
  now: number,
): Promise<void> {
  const known = new Map(
    (
      await rawRows<{ evidence_uid: string; deleted_by: string }>(
        tx,
        `select evidence_uid, deleted_by from tombstone
          where evidence_uid in (${textList(tx)})`,
        [JSON.stringify(entries.map(({ evidence }) => evidence))],
      )
    ).map(row => [row.evidence_uid, row.deleted_by]),
  );
  for (const entry of entries) {
    const by = known.get(entry.evidence);
    const row = {
      uid: entry.uid,
      deleted_at: entry.at,
      deleted_by: entry.by,
      rule: entry.rule,
      journalled_at: now,
    };
    if (by === 'replay') {
      await tx('tombstone').where({ evidence_uid: entry.evidence }).update(row);
    } else if (by === undefined) {
      await tx('tombstone').insert({
        ...row,
        evidence_uid: entry.evidence,
        sha256: entry.sha256,
        erased: entry.erased,
        kind: entry.kind ?? null,
        size: entry.size ?? null,
        entity_ref: entry.entityRef ?? null,
        release_uid: entry.release ?? null,
        version: entry.version ?? null,
        channel: entry.channel ?? null,
        received_at: entry.receivedAt ?? null,
      });
      // The journal may have it twice, after a kill
      known.set(entry.evidence, entry.by);
    }
  }
}

async function* inBatches<T>(
  items: AsyncIterable<T>,
  size: number,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

import { Knex } from 'knex';
import { idsIn, rawRows } from '../../database/raw';
import { JournalEntry, TombstoneJournal } from './TombstoneJournal';

const ROWS = 1000;

/** Writes every tombstone to the journal that is not there yet. Twice is the same as once. */
export async function journalTombstones(options: {
  tx: Knex;
  journal: TombstoneJournal;
  now: number;
}): Promise<void> {
  const { tx, journal, now } = options;
  for (;;) {
    const rows = await tx('tombstone')
      .whereNull('journalled_at')
      .orderBy('id')
      .limit(ROWS);
    if (rows.length === 0) return;
    await journal.append(rows.map(toEntry));
    const own = idsIn(
      tx,
      'id',
      rows.map(({ id }) => id),
    );
    await rawRows(
      tx,
      `update tombstone set journalled_at = ? where ${own.sql}`,
      [now, ...own.bindings],
    );
    if (rows.length < ROWS) return;
  }
}

function toEntry(row: Record<string, any>): JournalEntry {
  const base = {
    v: 1 as const,
    uid: row.uid,
    evidence: row.evidence_uid,
    sha256: row.sha256,
    erased: Boolean(row.erased),
    at: Number(row.deleted_at),
    by: row.deleted_by,
    rule: row.rule,
  };
  if (row.erased) return base;
  return {
    ...base,
    kind: row.kind,
    size: Number(row.size),
    entityRef: row.entity_ref,
    release: row.release_uid,
    version: row.version,
    channel: row.channel,
    receivedAt: Number(row.received_at),
  };
}

import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { ColumnType, rawRows, tupleList } from '../../database/raw';
import { DoomedEvidence } from './types';

const COLUMNS: [string, ColumnType][] = [
  ['uid', 'text'],
  ['evidence_uid', 'text'],
  ['sha256', 'text'],
  ['erased', 'boolean'],
  ['deleted_at', 'bigint'],
  ['deleted_by', 'text'],
  ['rule', 'text'],
  ['kind', 'text'],
  ['size', 'bigint'],
  ['subject_id', 'int'],
  ['entity_ref', 'text'],
  ['release_uid', 'text'],
  ['version', 'text'],
  ['channel', 'text'],
  ['received_at', 'bigint'],
];

/** One statement, however many there are: a run has thousands. */
export async function insertTombstones(options: {
  tx: Knex.Transaction;
  doomed: readonly DoomedEvidence[];
  by: string;
  /** The tombstone tells the digest alone. */
  erased: boolean;
  now: number;
}): Promise<void> {
  const { tx, doomed, by, erased, now } = options;
  const rows = doomed.map(evidence => [
    randomUUID(),
    evidence.uid,
    evidence.sha256,
    erased,
    now,
    by,
    erased ? 'erasure' : evidence.keptBy,
    ...(erased ? [] : whatItWas(evidence)),
  ]);
  const names = COLUMNS.map(([name]) => name).join(', ');
  const types = COLUMNS.map(([, type]) => type);
  await rawRows(
    tx,
    `insert into tombstone (${names}) ${tupleList(tx, types)}`,
    [JSON.stringify(rows)],
  );
}

function whatItWas(evidence: DoomedEvidence): unknown[] {
  const { kind, size, subject, release, receivedAt } = evidence;
  return [
    kind,
    size,
    subject.id,
    subject.entityRef,
    release.uid,
    release.version,
    release.channel,
    receivedAt,
  ];
}

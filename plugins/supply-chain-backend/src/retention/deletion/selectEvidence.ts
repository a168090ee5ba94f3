import { Knex } from 'knex';
import { DoomedEvidence } from './types';

/** Evidence `e` with its release `r`, subject `s` and artifact `a`. */
export function selectEvidence(tx: Knex): Knex.QueryBuilder {
  return tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .join('subject as s', 's.id', 'r.subject_id')
    .join('artifact as a', 'a.sha256', 'e.sha256')
    .select({
      id: 'e.id',
      uid: 'e.uid',
      sha256: 'e.sha256',
      size: 'a.size',
      kind: 'e.kind',
      reading_id: 'e.reading_id',
      received_at: 'e.received_at',
      is_current: 'e.current',
      kept_by: 'e.kept_by',
      release_id: 'r.id',
      release_uid: 'r.uid',
      version: 'r.version',
      channel: 'r.channel',
      line: 'r.line',
      subject_id: 's.id',
      subject_uid: 's.uid',
      entity_ref: 's.entity_ref',
    });
}

export function toDoomed(row: Record<string, any>): DoomedEvidence {
  return {
    id: row.id,
    uid: row.uid,
    sha256: row.sha256,
    size: Number(row.size),
    kind: row.kind,
    readingId: row.reading_id,
    receivedAt: Number(row.received_at),
    isCurrent: Boolean(row.is_current),
    keptBy: row.kept_by,
    release: {
      id: row.release_id,
      uid: row.release_uid,
      version: row.version,
      channel: row.channel,
      line: row.line,
    },
    subject: {
      id: row.subject_id,
      uid: row.subject_uid,
      entityRef: row.entity_ref,
    },
  };
}

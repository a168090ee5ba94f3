import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { toRow } from '../../database/rows';

/** What a subject's pages are made from, beside its evidence. */
interface SubjectColumns {
  id: number;
  entity_ref: string;
  gone_at?: number;
  [column: string]: unknown;
}

/** A subject whose evidence is, or was, published. */
export interface PublishedSubject {
  id: number;
  uid: string;
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  /** No longer in the catalog. */
  isGone: boolean;
  hasEvidence: boolean;
  /** Differs whenever the pages could. */
  revision: string;
}

const SHOWN = [
  'title',
  'owner_ref',
  'system_ref',
  'in_scope',
  'mode',
  'enforced_from',
  'collection',
  'expected',
  'latest_release',
  'latest_release_at',
  'state',
  'state_since',
  'kept_changes',
];

/** Columns and conditions of subjects with evidence of a release. */
export function selectPublished(
  tx: Knex,
): Knex.QueryBuilder<any, Record<string, any>[]> {
  return tx('subject as s').select(
    's.*',
    tx.raw(
      '(select max(e.id) from event e where e.subject_id = s.id) as last_event',
    ),
    tx.raw(
      '(select k.changes from kept_change k where k.subject_id = s.id) as kept_changes',
    ),
    tx.raw(
      `exists (select 1 from "release" r join evidence v on v.release_id = r.id
       where r.subject_id = s.id and r.channel = 'release') as has_evidence`,
    ),
  );
}

/**
 * Everything that happens to evidence writes an event or, of many entities at once,
 * counts as a change of how it is kept. With what the catalog says that is all that pages
 * can depend on. Reading pages' own facts would cost a thousand times as much, for every
 * entity, every few seconds.
 */
export function toPublished(raw: Record<string, unknown>): PublishedSubject {
  const row = toRow<SubjectColumns>(raw);
  const shown = SHOWN.map(column => row[column] ?? null);
  const hash = createHash('sha256').update(JSON.stringify(shown));
  return {
    id: Number(row.id),
    uid: String(row.uid),
    entityRef: row.entity_ref,
    title: row.title as string | undefined,
    owner: row.owner_ref as string | undefined,
    system: row.system_ref as string | undefined,
    isGone: row.gone_at !== undefined,
    hasEvidence: Boolean(row.has_evidence),
    revision: `${row.last_event ?? 0}-${hash.digest('hex').slice(0, 16)}`,
  };
}

/** The last event that a revision knows. */
export function eventOf(revision: string): string {
  return revision.split('-', 1)[0];
}

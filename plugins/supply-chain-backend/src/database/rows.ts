import {
  Channel,
  EvidenceDot,
  EvidenceKind,
  Mode,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** `subject`, normalised: numbers are numbers, nulls are absent. */
export interface SubjectRow {
  id: number;
  uid: string;
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  owner_ref?: string;
  system_ref?: string;
  source_location?: string;
  evidence_location?: string;
  in_scope: boolean;
  mode: Mode;
  enforced_from?: number;
  collection: string;
  /** JSON of `{kind, level}[]`. */
  expected: string;
  latest_release?: string;
  latest_release_at?: number;
  created_at: number;
  seen_at?: number;
  gone_at?: number;
  newest_release_id?: number;
  state: PostureState;
  state_since: number;
  newly_broken: boolean;
  urgency: number;
  first_reason?: string;
  more_reasons: number;
  /** JSON of `EvidenceDot[]`. */
  dots: string;
  /** `metadata.uid` of the entity whose source was confirmed. */
  catalog_uid?: string;
  confirmed_source?: string;
  /** Nothing is trusted until a person confirms. */
  trust_held_since?: number;
  trust_held_reason?: string;
  /** As the entity's author writes them: separated by commas; they only narrow. */
  build_repositories?: string;
  build_refs?: string;
  /** JSON of the sorted `metadata.tags`. */
  tags?: string;
  /** JSON of `metadata.labels` by sorted keys. */
  labels?: string;
}

export interface ReleaseRow {
  id: number;
  uid: string;
  subject_id: number;
  channel: Channel;
  version: string;
  line: string;
  made_at: number;
  created_at: number;
  decision_id?: number;
  judge_asked: number;
  judge_done: number;
  judge_since?: number;
  /** JSON of `KeptTrust`. */
  trust?: string;
  trust_policy_digest?: string;
  support_until?: number;
}

export interface EvidenceRow {
  id: number;
  uid: string;
  release_id: number;
  reading_id: number;
  sha256: string;
  kind: EvidenceKind;
  stream: string;
  file_name?: string;
  signature: string;
  bound: string;
  trust: string;
  received_at: number;
  received_type: 'user' | 'pipeline' | 'service';
  received_ref: string;
  expires_at: number;
  current: boolean;
  superseded_by?: number;
  withdrawn_at?: number;
  withdrawn_by?: string;
  withdrawn_reason?: string;
  receipt_policy_digest?: string;
  trust_line?: string;
  signs?: string;
  kept_open: boolean;
  kept_by: string;
  latest_at?: number;
  marked_at?: number;
  delete_after?: number;
}

export interface DecisionRow {
  id: number;
  uid: string;
  release_id: number;
  verdict: 'passed' | 'failed' | 'incomplete' | 'error';
  policy_digest: string;
  counts: string;
  rules: string;
  judged_at: number;
}

export type Expected = { kind: EvidenceKind; level: 'required' | 'wanted' }[];
export type Dots = EvidenceDot[];

const BOOLEANS = new Set([
  'in_scope',
  'newly_broken',
  'current',
  'known_exploited',
  'kept_open',
  'dry_run',
  'erased',
]);
const NUMBERS = new Set([
  'size',
  'stored_size',
  'n',
  'id',
  'delete_after',
  'support_until',
  'volume',
]);

/**
 * The one place where engines differ in what they give: PostgreSQL's bigints and
 * counts are text, SQLite's booleans are numbers, both have nulls.
 */
export function toRow<T>(raw: Record<string, unknown>): T {
  const row: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(raw)) {
    if (value === null || value === undefined) continue;
    if (BOOLEANS.has(column)) row[column] = Boolean(value);
    else if (
      typeof value === 'string' &&
      (NUMBERS.has(column) ||
        column.endsWith('_at') ||
        column.endsWith('_ms') ||
        column.endsWith('_since') ||
        column === 'enforced_from')
    )
      row[column] = Number(value);
    else row[column] = value;
  }
  return row as T;
}

export function toRows<T>(raw: Record<string, unknown>[]): T[] {
  return raw.map(row => toRow<T>(row));
}

export function toOptionalRow<T>(
  raw: Record<string, unknown> | undefined,
): T | undefined {
  return raw && toRow<T>(raw);
}

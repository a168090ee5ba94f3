import { Knex } from 'knex';
import {
  EvidenceDot,
  EvidenceKind,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { toJson, toOptional } from '../../database/operations/releases/columns';

/** A subject in scope with its newest release, as pipeline health sees it. */
export interface HealthSubject {
  id: number;
  entityRef: string;
  title?: string;
  owner?: string;
  version?: string;
  state: PostureState;
  stateSince: number;
  dots: EvidenceDot[];
  expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  /** Of the current decision, when there is no verdict. */
  error?: { code: string; message: string };
}

export async function listSubjects(options: {
  tx: Knex;
}): Promise<HealthSubject[]> {
  const rows = await options
    .tx('subject as s')
    .leftJoin('release as r', 'r.id', 's.newest_release_id')
    .leftJoin('decision as d', 'd.id', 'r.decision_id')
    .where('s.in_scope', true)
    .whereNull('s.gone_at')
    .select(
      's.id',
      's.entity_ref',
      's.title',
      's.owner_ref',
      's.state',
      's.state_since',
      's.dots',
      's.expected',
      'r.version',
      'd.error',
    );
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    title: toOptional(row.title),
    owner: toOptional(row.owner_ref),
    version: toOptional(row.version),
    state: row.state,
    stateSince: Number(row.state_since),
    dots: toJson<EvidenceDot[]>(row.dots, []),
    expected: toJson<HealthSubject['expected']>(row.expected, []),
    error: toJson<HealthSubject['error']>(row.error, undefined),
  }));
}

import {
  Channel,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { whereTextIn } from '../releases/idList';

/** Evidence that relies on a trust line, or did until the line was revoked. */
export interface DependentRow {
  id: number;
  entityRef: string;
  releaseId: string;
  version: string;
  channel: Channel;
  evidenceId: string;
  kind: EvidenceKind;
  fileName?: string;
  signature: string;
  trust: string;
}

/** How much of each entity relies on each line. */
export async function countDependents(options: {
  tx: Knex;
}): Promise<{ line: string; entityRef: string; count: number }[]> {
  const rows = await dependents(options.tx)
    .whereNotNull('e.trust_line')
    .groupBy('e.trust_line', 's.entity_ref')
    .select({ line: 'e.trust_line', entityRef: 's.entity_ref' })
    .count({ count: '*' });
  return (rows as any[]).map(row => ({ ...row, count: Number(row.count) }));
}

/** Entities with any, from one on, in their order. */
export async function listDependentRefs(options: {
  tx: Knex;
  line: string;
  from: string;
}): Promise<string[]> {
  const { tx, line, from } = options;
  return dependents(tx)
    .where('e.trust_line', line)
    .where('s.entity_ref', '>=', from)
    .distinct('s.entity_ref')
    .orderBy('s.entity_ref')
    .pluck('s.entity_ref');
}

/** Of these entities, after a position, in order of entity and evidence. */
export async function listDependents(options: {
  tx: Knex;
  line: string;
  entityRefs: readonly string[];
  after?: { entityRef: string; id: number };
  limit: number;
}): Promise<DependentRow[]> {
  const { tx, line, entityRefs, after, limit } = options;
  const query = dependents(tx)
    .where('e.trust_line', line)
    .orderBy(['s.entity_ref', 'e.id'])
    .limit(limit)
    .select({
      id: 'e.id',
      entityRef: 's.entity_ref',
      releaseId: 'r.uid',
      version: 'r.version',
      channel: 'r.channel',
      evidenceId: 'e.uid',
      kind: 'e.kind',
      fileName: 'e.file_name',
      signature: 'e.signature',
      trust: 'e.trust',
    });
  whereTextIn(query, 's.entity_ref', entityRefs);
  if (after) {
    query.where(later =>
      later
        .where('s.entity_ref', '>', after.entityRef)
        .orWhere(same =>
          same
            .where('s.entity_ref', after.entityRef)
            .where('e.id', '>', after.id),
        ),
    );
  }
  return query;
}

function dependents(tx: Knex): Knex.QueryBuilder {
  return tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .join('subject as s', 's.id', 'r.subject_id')
    .where('e.current', true)
    .whereNull('e.withdrawn_at');
}

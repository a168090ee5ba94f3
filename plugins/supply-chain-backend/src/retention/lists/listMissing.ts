import {
  EvidenceDot,
  EvidenceKind,
  MissingEvidencePage,
  MissingEvidenceRow,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../../authorization';
import {
  compact,
  toOptional,
} from '../../database/operations/releases/columns';
import { pageOf } from '../../service/pageOf';
import { RetentionService } from './types';

type Query = Parameters<RetentionService['listMissing']>[1];

/** Entities in scope that lack evidence, those that must have it first. */
export async function listMissing(options: {
  tx: Knex;
  list: GrantedList;
  query: Query;
}): Promise<MissingEvidencePage> {
  const { tx, list, query } = options;
  const rows = await findMissing(tx);
  const visible = await list.visible(rows.map(({ entityRef }) => entityRef));
  const part = query.query?.toLocaleLowerCase('en-US') ?? '';
  const items = rows.filter(
    ({ entityRef, owner, title = '' }) =>
      visible.has(entityRef) &&
      (query.owner === undefined || owner === query.owner) &&
      `${entityRef} ${title}`.toLocaleLowerCase('en-US').includes(part),
  );
  return pageOf({
    name: `missing/${query.owner ?? ''}/${part}`,
    items,
    valueOf: ({ level }) => (level === 'required' ? 0 : 1),
    keyOf: ({ entityRef }) => entityRef,
    cursor: query.cursor,
    limit: query.limit,
  });
}

export async function findMissing(tx: Knex): Promise<MissingEvidenceRow[]> {
  const rows: Record<string, any>[] = await tx('subject as s')
    .leftJoin('release as r', 'r.id', 's.newest_release_id')
    .where('s.in_scope', true)
    .whereNull('s.gone_at')
    .orderBy('s.entity_ref')
    .select(
      's.entity_ref',
      's.title',
      's.owner_ref',
      's.expected',
      's.dots',
      'r.version',
    );
  return rows.flatMap(row => toMissing(row) ?? []);
}

/** Before anything was sent there are no dots: then all that is expected is missing. */
function toMissing(row: Record<string, any>): MissingEvidenceRow | undefined {
  const expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[] =
    JSON.parse(row.expected);
  const dots: EvidenceDot[] = JSON.parse(row.dots);
  const stateOf = (kind: EvidenceKind) => dots.find(dot => dot.kind === kind);
  const missing = expected.filter(
    ({ kind }) => (stateOf(kind)?.state ?? 'missing') === 'missing',
  );
  if (missing.length === 0) return undefined;
  const since = missing
    .flatMap(({ kind }) => stateOf(kind)?.since ?? [])
    .sort()[0];
  return compact({
    entityRef: row.entity_ref,
    title: toOptional<string>(row.title),
    owner: toOptional<string>(row.owner_ref),
    release: toOptional<string>(row.version),
    missing: missing.map(({ kind }) => kind),
    level: missing.some(({ level }) => level === 'required')
      ? ('required' as const)
      : ('wanted' as const),
    since,
  });
}

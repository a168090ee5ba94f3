import {
  Tombstone,
  TombstonePage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../../authorization';
import { knownSpelling } from '../../authorization/normaliseRef';
import {
  compact,
  toIso,
  toOptional,
  toOptionalIso,
} from '../../database/operations/releases/columns';
import {
  whereIdIn,
  whereTextIn,
} from '../../database/operations/releases/idList';
import { hexOf } from '../../holds/matchesTarget';
import { decodeCursor, encodeCursor } from '../../service/cursor';
import { selectEvidence } from '../deletion/selectEvidence';
import { shownSubjects } from './shownSubjects';
import { RetentionService } from './types';

const ORDER = 'tombstones';

type Query = Parameters<RetentionService['listTombstones']>[1];

/** Newest first. What was erased names no entity, and so is shown to all who may look. */
export async function listTombstones(options: {
  tx: Knex;
  list: GrantedList;
  query: Query;
}): Promise<TombstonePage> {
  const { tx, list, query } = options;
  const { limit, entity } = query;
  const digest = query.digest === undefined ? undefined : hexOf(query.digest);
  const after = decodeCursor(query.cursor, ORDER, ['number']);
  const select = tx('tombstone as t')
    .leftJoin('artifact as a', 'a.sha256', 't.sha256')
    .orderBy('t.id', 'desc')
    .limit(limit + 1)
    .select('t.*', { stored: 'a.sha256', unlink_at: 'a.unlink_at' });
  if (digest !== undefined) select.where('t.sha256', digest);
  if (after) select.where('t.id', '<', after[0]);
  await show(tx, list, select, entity);
  const rows: Record<string, any>[] = await select;
  const page = rows.slice(0, limit);
  return compact({
    items: page.map(toTombstone),
    present: digest === undefined ? [] : await findPresent(tx, list, digest),
    nextCursor:
      rows.length > limit
        ? encodeCursor(ORDER, [page[page.length - 1].id])
        : undefined,
  });
}

async function show(
  tx: Knex,
  list: GrantedList,
  select: Knex.QueryBuilder,
  entity: string | undefined,
): Promise<void> {
  const asked = entity === undefined ? undefined : knownSpelling(entity) ?? '';
  const rows: { entity_ref: string }[] = await tx('tombstone')
    .whereNotNull('entity_ref')
    .modify(query => {
      if (asked !== undefined) query.where({ entity_ref: asked });
    })
    .distinct('entity_ref');
  const refs = rows.map(row => row.entity_ref);
  const hidden = await list.hidden(refs);
  const shown = refs.filter(ref => !hidden.has(ref));
  select.where(builder => {
    whereTextIn(builder, 't.entity_ref', shown);
    if (asked === undefined) builder.orWhere('t.erased', true);
  });
}

function toTombstone(row: Record<string, any>): Tombstone {
  return compact({
    id: row.uid,
    digest: `sha256:${row.sha256}`,
    kind: toOptional(row.kind),
    entityRef: toOptional<string>(row.entity_ref),
    version: toOptional<string>(row.version),
    channel: toOptional(row.channel),
    releaseId: toOptional<string>(row.release_uid),
    evidenceId: row.erased ? undefined : row.evidence_uid,
    size: row.size === null ? undefined : Number(row.size),
    receivedAt: toOptionalIso(row.received_at),
    deletedAt: toIso(row.deleted_at),
    deletedBy: row.deleted_by,
    rule: row.rule,
    bytes: bytesOf(row),
  });
}

function bytesOf(row: Record<string, any>): Tombstone['bytes'] {
  if (row.stored === null) return 'gone';
  return row.unlink_at === null ? 'shared' : 'pending';
}

async function findPresent(
  tx: Knex,
  list: GrantedList,
  sha256: string,
): Promise<TombstonePage['present']> {
  const subjects = await shownSubjects({ tx, list });
  const rows: Record<string, any>[] = await whereIdIn(
    selectEvidence(tx).where('e.sha256', sha256).orderBy('e.id').limit(100),
    's.id',
    subjects.map(({ id }) => id),
  );
  return rows.map(row => ({
    entityRef: row.entity_ref,
    releaseId: row.release_uid,
    version: row.version,
    evidenceId: row.uid,
  }));
}

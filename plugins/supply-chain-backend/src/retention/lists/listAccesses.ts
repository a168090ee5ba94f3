import {
  EvidenceAccessPage,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../../authorization';
import { knownSpelling } from '../../authorization/normaliseRef';
import {
  compact,
  toIso,
  toOptional,
} from '../../database/operations/releases/columns';
import { whereTextIn } from '../../database/operations/releases/idList';
import { decodeCursor, encodeCursor } from '../../service/cursor';
import { RetentionService } from './types';

const ORDER = 'accesses';

type Query = Parameters<RetentionService['listAccesses']>[1];

/** Who read or downloaded what, newest first. */
export async function listAccesses(options: {
  tx: Knex;
  list: GrantedList;
  query: Query;
}): Promise<EvidenceAccessPage> {
  const { tx, list, query } = options;
  const { limit, entity, releaseId, evidenceId, by, action } = query;
  const after = decodeCursor(query.cursor, ORDER, ['number']);
  const own = {
    ...(entity !== undefined && { entity_ref: knownSpelling(entity) ?? '' }),
    ...(releaseId !== undefined && { release_uid: releaseId }),
    ...(evidenceId !== undefined && { evidence_uid: evidenceId }),
    ...(by !== undefined && { principal_ref: by }),
    ...(action !== undefined && { action }),
  };
  const refs: { entity_ref: string }[] = await tx('evidence_access')
    .where(own)
    .distinct('entity_ref');
  const all = refs.map(row => row.entity_ref);
  const hidden = await list.hidden(all);
  const select = tx('evidence_access as x')
    .leftJoin('release as r', 'r.uid', 'x.release_uid')
    .leftJoin('evidence as e', 'e.uid', 'x.evidence_uid')
    // What was read may be gone, and who read it is still asked for
    .leftJoin('tombstone as t', 't.evidence_uid', 'x.evidence_uid')
    .where(qualified(own))
    .orderBy('x.id', 'desc')
    .limit(limit + 1)
    .select('x.*', 'e.file_name', {
      version: tx.raw('coalesce(r.version, t.version)'),
      kind: tx.raw('coalesce(e.kind, t.kind)'),
    } as never);
  whereTextIn(
    select,
    'x.entity_ref',
    all.filter(ref => !hidden.has(ref)),
  );
  if (after) select.where('x.id', '<', after[0]);
  const rows: Record<string, any>[] = await select;
  const page = rows.slice(0, limit);
  return compact({
    items: page.map(row =>
      compact({
        action: row.action,
        by: { type: row.principal_type, ref: row.principal_ref },
        entityRef: row.entity_ref,
        releaseId: row.release_uid || undefined,
        version: toOptional<string>(row.version),
        evidenceId: row.evidence_uid || undefined,
        kind: toOptional<EvidenceKind>(row.kind),
        fileName: toOptional<string>(row.file_name),
        firstAt: toIso(row.first_at),
        lastAt: toIso(row.last_at),
        times: row.times,
      }),
    ),
    nextCursor:
      rows.length > limit
        ? encodeCursor(ORDER, [page[page.length - 1].id])
        : undefined,
  });
}

function qualified(own: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(own).map(([column, value]) => [`x.${column}`, value]),
  );
}

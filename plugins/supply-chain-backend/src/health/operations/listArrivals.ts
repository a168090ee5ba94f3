import { Knex } from 'knex';
import { Arrival } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  compact,
  toIso,
  toOptional,
} from '../../database/operations/releases/columns';
import {
  containsPattern,
  whereIdIn,
  whereTextIn,
} from '../../database/operations/releases/idList';
import { ArrivalScope } from '../arrivalScope';

interface Filter {
  tx: Knex;
  scope: ArrivalScope;
  query?: string;
  outcome?: Arrival['outcome'];
  code?: string;
  entity?: string;
}

/** Receipts and refusals as one list. */
function arrivals({ tx, scope, ...filter }: Filter): Knex.QueryBuilder {
  const none = (name: string) => tx.raw('null as ??', [name]);
  const receipts = whereIdIn(
    tx('receipt as t')
      .join('subject as s', 's.id', 't.subject_id')
      .join('release as r', 'r.id', 't.release_id')
      .join('evidence as e', 'e.id', 't.evidence_id')
      .join('artifact as a', 'a.sha256', 't.sha256'),
    't.subject_id',
    scope.subjectIds,
  ).select(
    't.uid',
    't.at',
    't.outcome',
    's.entity_ref',
    'r.version',
    'r.channel',
    'e.kind',
    't.file_name',
    'a.size',
    't.principal_type',
    't.principal_ref',
    't.source',
    't.via',
    none('code'),
    tx.raw('cast(null as int) as status'),
    none('reason'),
    none('pointer'),
    tx.raw('cast(null as int) as line_number'),
    none('remedy'),
    tx.raw('1 as times'),
    't.at as last_at',
  );
  const refusals = tx('refusal as f')
    .where(allowed => {
      whereIdIn(allowed, 'f.subject_id', scope.subjectIds);
      allowed.orWhere(nobodys => {
        nobodys.whereNull('f.subject_id');
        nobodys.where(named => {
          named.whereNull('f.entity_ref');
          named.orWhere(ref => {
            whereTextIn(ref, 'f.entity_ref', scope.unknownRefs);
          });
        });
      });
    })
    .select(
      'f.uid',
      'f.at',
      tx.raw("'refused' as outcome"),
      'f.entity_ref',
      'f.version',
      'f.channel',
      'f.kind',
      'f.file_name',
      'f.size',
      'f.principal_type',
      'f.principal_ref',
      'f.source',
      'f.via',
      'f.code',
      'f.status',
      'f.reason',
      'f.pointer',
      'f.line_number',
      'f.remedy',
      'f.times',
      'f.last_at',
    );
  const query = tx
    .from(receipts.unionAll([refusals]).as('x') as any)
    .where(builder => {
      if (filter.outcome) builder.where('x.outcome', filter.outcome);
      if (filter.code) builder.where('x.code', filter.code);
      if (filter.entity) builder.where('x.entity_ref', filter.entity);
    });
  if (filter.query) {
    const pattern = containsPattern(filter.query);
    const texts = [
      'entity_ref',
      'version',
      'kind',
      'file_name',
      'source',
      'code',
      'reason',
    ];
    query.whereRaw(
      `(${texts
        .map(text => `lower(coalesce(x.${text}, '')) like ? escape '\\'`)
        .join(' or ')})`,
      texts.map(() => pattern),
    );
  }
  return query;
}

/** Newest first. */
export async function listArrivals(
  options: Filter & { after?: { at: number; uid: string }; limit: number },
): Promise<{ arrival: Arrival; at: number }[]> {
  const { after, limit, ...filter } = options;
  const query = arrivals(filter)
    .orderBy([
      { column: 'x.at', order: 'desc' },
      { column: 'x.uid', order: 'desc' },
    ])
    .limit(limit)
    .select('x.*');
  if (after) {
    query.whereRaw('(x.at < ? or (x.at = ? and x.uid < ?))', [
      after.at,
      after.at,
      after.uid,
    ]);
  }
  const rows: any[] = await query;
  return rows.map(row => ({ at: Number(row.at), arrival: toArrival(row) }));
}

export async function countArrivals(options: Filter): Promise<number> {
  const [row] = await arrivals(options).count({ n: '*' });
  return Number((row as { n: unknown }).n);
}

export function toArrival(row: any): Arrival {
  return compact({
    id: row.uid,
    at: toIso(row.at),
    outcome: row.outcome,
    entityRef: toOptional<string>(row.entity_ref),
    version: toOptional<string>(row.version),
    channel: channelOf(row.channel),
    kind: toOptional<string>(row.kind),
    fileName: toOptional<string>(row.file_name),
    size: row.size === null ? undefined : Number(row.size),
    principal: { type: row.principal_type, ref: row.principal_ref },
    source: toOptional<string>(row.source),
    via: row.via,
    code: toOptional<string>(row.code),
    status: toOptional<number>(row.status),
    reason: toOptional<string>(row.reason),
    pointer: toOptional<string>(row.pointer),
    line: toOptional<number>(row.line_number),
    remedy: toOptional<string>(row.remedy),
    ...(row.times > 1 && { times: row.times, lastAt: toIso(row.last_at) }),
  });
}

// a refusal keeps the channel as it was said, which may be no channel at all
function channelOf(channel: unknown): Arrival['channel'] {
  return channel === 'release' || channel === 'change' ? channel : undefined;
}

/** One refusal, for the one who was refused. */
export async function findRefusal(options: {
  tx: Knex;
  uid: string;
}): Promise<Arrival | undefined> {
  const row = await options.tx('refusal').where('uid', options.uid).first();
  return row && toArrival({ ...row, outcome: 'refused' });
}

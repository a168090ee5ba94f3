import { Knex } from 'knex';
import {
  whereIdIn,
  whereTextIn,
} from '../../database/operations/releases/idList';
import { ArrivalScope } from '../arrivalScope';

export interface OpenRefusal {
  code: string;
  at: number;
  reason: string;
  remedy?: string;
  entityRef: string;
  owner?: string;
  version?: string;
}

/** Refusals that no success of the same entity and kind has followed. */
export async function listOpenRefusals(options: {
  tx: Knex;
  scope: ArrivalScope;
  now: Date;
}): Promise<OpenRefusal[]> {
  const { tx, scope } = options;
  const rows: any[] = await tx('refusal as f')
    .leftJoin('subject as s', 's.id', 'f.subject_id')
    .where('f.expires_at', '>', options.now.getTime())
    .whereNotNull('f.entity_ref')
    .where(allowed => {
      whereIdIn(allowed, 'f.subject_id', scope.subjectIds);
      allowed.orWhere(nobodys => {
        nobodys.whereNull('f.subject_id');
        whereTextIn(nobodys, 'f.entity_ref', scope.unknownRefs);
      });
    })
    .whereNotExists(
      tx('receipt as t')
        .join('evidence as e', 'e.id', 't.evidence_id')
        .where('t.subject_id', tx.ref('f.subject_id'))
        .where('t.at', '>', tx.ref('f.last_at'))
        .whereRaw('(f.kind is null or f.kind = e.kind)')
        .select(tx.raw('1')),
    )
    .orderBy('f.at')
    .select('f.*', 's.owner_ref');
  return rows.map(row => ({
    code: row.code,
    at: Number(row.at),
    reason: row.reason,
    remedy: row.remedy ?? undefined,
    entityRef: row.entity_ref,
    owner: row.owner_ref ?? undefined,
    version: row.version ?? undefined,
  }));
}

import { Knex } from 'knex';
import { toOptionalRow } from '../../rows';

/** What a receipt or refusal id stands for. */
export interface ArrivalRow {
  uid: string;
  outcome: 'accepted' | 'known' | 'refused';
  at: number;
  /** Absent for a refusal that named none. */
  entity_ref?: string;
  version: string;
  channel: string;
  principal_ref: string;
  sha256?: string;
  /** Of a detached signature: what it is over. */
  signs?: string;
  /** Of the evidence, while it is withdrawn. */
  withdrawn_at?: number;
  release_uid?: string;
  evidence_uid?: string;
  judge_asked?: number;
  judge_done?: number;
}

function receipts(tx: Knex): Knex.QueryBuilder {
  return tx('receipt as t')
    .join('release as r', 'r.id', 't.release_id')
    .join('subject as s', 's.id', 't.subject_id')
    .join('evidence as e', 'e.id', 't.evidence_id')
    .select({
      uid: 't.uid',
      outcome: 't.outcome',
      at: 't.at',
      entity_ref: 's.entity_ref',
      version: 'r.version',
      channel: 'r.channel',
      principal_ref: 't.principal_ref',
      sha256: 't.sha256',
      signs: 'e.signs',
      withdrawn_at: 'e.withdrawn_at',
      release_uid: 'r.uid',
      evidence_uid: 'e.uid',
      judge_asked: 'r.judge_asked',
      judge_done: 'r.judge_done',
    });
}

export async function findArrival(options: {
  tx: Knex;
  uid: string;
}): Promise<ArrivalRow | undefined> {
  const { tx, uid } = options;
  const receipt = await receipts(tx).where('t.uid', uid).first();
  if (receipt) return withTime(receipt);
  const refusal = await tx('refusal').where({ uid }).first();
  return refusal && withTime({ ...refusal, outcome: 'refused' });
}

/** The receipt that an idempotency key already has. */
export async function findIdempotent(options: {
  tx: Knex;
  principalRef: string;
  scope?: string;
  key: string;
}): Promise<ArrivalRow | undefined> {
  const row = await receipts(options.tx)
    .where('t.principal_ref', options.principalRef)
    .where('t.key_scope', options.scope ?? '')
    .where('t.idempotency_key', options.key)
    .first();
  return row && withTime(row);
}

function withTime(row: Record<string, unknown>): ArrivalRow {
  return { ...toOptionalRow<ArrivalRow>(row)!, at: Number(row.at) };
}

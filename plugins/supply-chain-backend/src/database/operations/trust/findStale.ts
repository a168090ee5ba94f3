import { Knex } from 'knex';

/** A signed artifact, and what it is a detached signature of. */
export interface SignedRef {
  sha256: string;
  /** `sha256:<hex>`, or empty. */
  signs: string;
}

const SIGNS = `coalesce(e.signs, '')`;

/** Signed artifacts that were not checked under a policy yet, in a steady order. */
export async function findUnassessed(options: {
  tx: Knex;
  policyDigest: string;
  /** Goes on behind this one. */
  after: SignedRef;
  limit: number;
}): Promise<SignedRef[]> {
  const { tx, policyDigest, after, limit } = options;
  return tx('evidence as e')
    .where(later =>
      later
        .where('e.sha256', '>', after.sha256)
        .orWhere(same =>
          same
            .where('e.sha256', after.sha256)
            .whereRaw(`${SIGNS} > ?`, [after.signs]),
        ),
    )
    .whereNull('e.withdrawn_at')
    .modify(isSigned, 'e')
    .whereNotExists(
      tx('verification as v')
        .whereRaw(`v.sha256 = e.sha256 and v.about = ${SIGNS}`)
        .where('v.policy_digest', policyDigest)
        .select(tx.raw('1')),
    )
    .distinct('e.sha256', tx.raw(`${SIGNS} as signs`))
    .orderBy(['sha256', 'signs'])
    .limit(limit);
}

/** Releases with signed evidence that were last related under another policy. */
export async function findRelatedBefore(options: {
  tx: Knex;
  policyDigest: string;
  after: number;
  limit: number;
}): Promise<number[]> {
  const { tx, policyDigest, after, limit } = options;
  return tx('release as r')
    .where('r.id', '>', after)
    .whereRaw('r.judge_asked <= r.judge_done')
    .where(other =>
      other
        .whereNull('r.trust_policy_digest')
        .orWhereNot('r.trust_policy_digest', policyDigest),
    )
    .whereExists(
      tx('evidence as e')
        .whereRaw('e.release_id = r.id')
        .whereNull('e.withdrawn_at')
        .modify(isSigned, 'e')
        .select(tx.raw('1')),
    )
    .orderBy('r.id')
    .limit(limit)
    .pluck('r.id');
}

/** Releases that hold any of these artifacts. */
export async function findHolding(options: {
  tx: Knex;
  sha256s: string[];
}): Promise<number[]> {
  return options
    .tx('evidence')
    .whereIn('sha256', options.sha256s)
    .whereNull('withdrawn_at')
    .distinct('release_id')
    .pluck('release_id');
}

/** The column starts with the state, see `signatureColumn`. */
function isSigned(query: Knex.QueryBuilder, alias: string): void {
  query.whereNot(`${alias}.signature`, 'like', '{"state":"none"%');
}

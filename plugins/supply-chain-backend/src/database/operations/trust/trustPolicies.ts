import { Knex } from 'knex';
import { ADVISORY_LOCKS } from '../../advisoryLocks';
import { isPg } from '../../raw';

/** A policy that applied from `since` on, until the next one did. */
export interface TrustPolicyRow {
  id: number;
  digest: string;
  content: string;
  since: number;
}

/** The policy that applies: the last one that was put in place. */
export async function findTrustPolicy(options: {
  tx: Knex;
}): Promise<TrustPolicyRow | undefined> {
  const row = await newestFirst(options.tx).first();
  return row && { ...row, since: Number(row.since) };
}

/** Its id alone, which is asked for often. */
export async function findTrustPolicyId(options: {
  tx: Knex;
}): Promise<number | undefined> {
  const row = await newestFirst(options.tx).first('id');
  return row?.id;
}

/** Every policy that applied, newest first. */
export async function listTrustPolicies(options: {
  tx: Knex;
  limit: number;
}): Promise<TrustPolicyRow[]> {
  const rows: TrustPolicyRow[] = await newestFirst(options.tx).limit(
    options.limit,
  );
  return rows.map(row => ({ ...row, since: Number(row.since) }));
}

/** Replicas that start together take turns. */
export async function lockTrustPolicies(tx: Knex.Transaction): Promise<void> {
  if (isPg(tx)) {
    await tx.raw('select pg_advisory_xact_lock(?)', [
      ADVISORY_LOCKS.trustPolicies,
    ]);
  }
}

/** Only ever after the others: times do not go back, whatever the clock does. */
export async function insertTrustPolicy(options: {
  tx: Knex.Transaction;
  digest: string;
  content: string;
  now: number;
}): Promise<void> {
  const { tx, digest, content, now } = options;
  const last = await findTrustPolicy({ tx });
  await tx('trust_policy').insert({
    digest,
    content,
    since: last ? Math.max(now, last.since + 1) : now,
  });
}

function newestFirst(tx: Knex): Knex.QueryBuilder {
  return tx('trust_policy').orderBy('id', 'desc');
}

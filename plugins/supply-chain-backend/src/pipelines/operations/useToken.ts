import { createHash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Marks a token as used for one request, and tells whether it may be: the first use
 * wins on every replica, and only the same request with the same idempotency key may
 * be repeated.
 */
export async function useToken(options: {
  tx: Knex;
  issuer: string;
  jti: string;
  /** Method and path. */
  request: string;
  idempotencyKey?: string;
  expiresAt: number;
}): Promise<boolean> {
  const { tx, issuer, jti, request, idempotencyKey, expiresAt } = options;
  const token = hash(issuer, jti);
  const use = hash(request, idempotencyKey || randomUUID());
  await tx('pipeline_token')
    .insert({ token_hash: token, use_hash: use, expires_at: expiresAt })
    .onConflict('token_hash')
    .ignore();
  const row = await tx('pipeline_token')
    .where({ token_hash: token })
    .first('use_hash');
  return row?.use_hash === use;
}

/** Forgets tokens that are refused for their age anyway. */
export async function deleteExpiredTokens(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  const { tx, now } = options;
  return tx('pipeline_token').where('expires_at', '<', now).delete();
}

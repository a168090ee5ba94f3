import { createHash } from 'node:crypto';
import { Knex } from 'knex';

/** How a token was used: anew or again, or why it may not be. */
export type TokenUse = 'allowed' | 'replayed' | 'used-up';

// In the place of a hash, which it can never be
const WITHOUT_KEY = '';

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Marks a token as used for one request, and tells whether it may be. Each use has an
 * idempotency key of its own, by which it may be repeated; how many there may be is
 * `maxUses`. A use without a key cannot be told from a stolen token's, so it is the
 * only one of its token. The token's row takes turns, on every replica.
 */
export async function useToken(options: {
  tx: Knex;
  issuer: string;
  jti: string;
  /** Method and whole address: a query says what is sent where. */
  request: string;
  idempotencyKey?: string;
  maxUses: number;
  expiresAt: number;
}): Promise<TokenUse> {
  const { issuer, jti, request, idempotencyKey, maxUses, expiresAt } = options;
  const token = hash(issuer, jti);
  const use = idempotencyKey ? hash(request, idempotencyKey) : WITHOUT_KEY;
  return options.tx.transaction(async tx => {
    await tx('pipeline_token')
      .insert({ token_hash: token, expires_at: expiresAt })
      .onConflict('token_hash')
      // Changes nothing, but holds the row until we are done
      .merge(['expires_at']);
    const uses: string[] = await tx('pipeline_token_use')
      .where({ token_hash: token })
      .pluck('use_hash');
    if (uses.includes(WITHOUT_KEY)) return 'replayed';
    if (use !== WITHOUT_KEY && uses.includes(use)) return 'allowed';
    if (uses.length > 0 && (use === WITHOUT_KEY || maxUses === 1)) {
      return 'replayed';
    }
    if (uses.length >= maxUses) return 'used-up';
    await tx('pipeline_token_use').insert({ token_hash: token, use_hash: use });
    return 'allowed';
  });
}

/** Forgets tokens that are refused for their age anyway. */
export async function deleteExpiredTokens(options: {
  tx: Knex;
  now: number;
}): Promise<number> {
  const { tx, now } = options;
  const expired = () => tx('pipeline_token').where('expires_at', '<', now);
  await tx('pipeline_token_use')
    .whereIn('token_hash', expired().select('token_hash'))
    .delete();
  return expired().delete();
}

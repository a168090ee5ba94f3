import { Knex } from 'knex';

/** Notes stored bytes; what was promised before only grows. */
export async function keepArtifact(options: {
  tx: Knex.Transaction;
  sha256: string;
  size: number;
  storedSize: number;
  storeKey: string;
  now: number;
  expiresAt: number;
}): Promise<void> {
  const { tx } = options;
  await tx('artifact')
    .insert({
      sha256: options.sha256,
      size: options.size,
      stored_size: options.storedSize,
      store_key: options.storeKey,
      created_at: options.now,
      expires_at: options.expiresAt,
    })
    .onConflict('sha256')
    .merge({
      // It may have been waiting to be unlinked
      unlink_at: null,
      expires_at: tx.raw(
        'case when excluded.expires_at > artifact.expires_at then excluded.expires_at else artifact.expires_at end',
      ),
    });
}

export async function extendArtifact(options: {
  tx: Knex.Transaction;
  sha256: string;
  expiresAt: number;
}): Promise<void> {
  const own = { sha256: options.sha256 };
  await options
    .tx('artifact')
    .where(own)
    .whereNotNull('unlink_at')
    .update({ unlink_at: null });
  await options
    .tx('artifact')
    .where(own)
    .where('expires_at', '<', options.expiresAt)
    .update({ expires_at: options.expiresAt });
}

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
  const { tx, sha256, now, expiresAt } = options;
  await tx('artifact')
    .insert({
      sha256,
      size: options.size,
      stored_size: options.storedSize,
      store_key: options.storeKey,
      created_at: now,
      expires_at: expiresAt,
    })
    .onConflict('sha256')
    .ignore();
  await extendArtifact({ tx, sha256, expiresAt });
}

export async function extendArtifact(options: {
  tx: Knex.Transaction;
  sha256: string;
  expiresAt: number;
}): Promise<void> {
  await options
    .tx('artifact')
    .where({ sha256: options.sha256 })
    .where('expires_at', '<', options.expiresAt)
    .update({ expires_at: options.expiresAt });
}

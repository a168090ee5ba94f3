import { Knex } from 'knex';

/** The last trusted root that a TUF repository gave. */
export interface TrustRootRow {
  name: string;
  /** `trusted_root.json`. */
  root: string;
  version: number;
  refreshedAt: number;
}

export async function listTrustRoots(options: {
  tx: Knex;
}): Promise<TrustRootRow[]> {
  const rows = await options.tx('trust_root').orderBy('name');
  return rows.map(row => ({
    name: row.name,
    root: row.root,
    version: row.version,
    refreshedAt: Number(row.refreshed_at),
  }));
}

/**
 * Keeps a root that is newer than the one before; one that is not only shows that
 * the repository was there. Says whether there is a new root.
 */
export async function keepTrustRoot(options: {
  tx: Knex.Transaction;
  name: string;
  root: string;
  version: number;
  now: number;
}): Promise<boolean> {
  const { tx, name, root, version, now } = options;
  const row = { name, root, version, refreshed_at: now };
  const inserted = await tx('trust_root')
    .insert(row)
    .onConflict('name')
    .ignore()
    .returning('name');
  if (inserted.length > 0) return true;
  const newer = await tx('trust_root')
    .where({ name })
    .where('version', '<', version)
    .update(row);
  if (newer > 0) return true;
  await tx('trust_root').where({ name, version }).update({ refreshed_at: now });
  return false;
}

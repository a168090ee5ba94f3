import { Knex } from 'knex';
import { rawRows } from '../../raw';

/** Versions of the metadata of a TUF repository; the database keeps the highest. */
export interface TufVersions {
  root: number;
  timestamp: number;
  snapshot: number;
  targets: number;
}

/** The last trusted root that a TUF repository gave. */
export interface TrustRootRow {
  /** See `repositoryOf`. */
  repository: string;
  name: string;
  mirror: string;
  /** `trusted_root.json`. */
  root: string;
  versions: TufVersions;
  /** Since when this root is the last one. */
  since: number;
  refreshedAt: number;
}

/** What a repository told, as one replica saw it. */
export type SeenRoot = Omit<TrustRootRow, 'since' | 'refreshedAt'> & {
  initialRoot: string;
};

export async function listTrustRoots(options: {
  tx: Knex;
}): Promise<TrustRootRow[]> {
  const rows = await options.tx('tuf_root').orderBy(['name', 'repository']);
  return rows.map(row => ({
    repository: row.repository,
    name: row.name,
    mirror: row.mirror,
    root: row.root,
    versions: {
      root: row.root_version,
      timestamp: row.timestamp_version,
      snapshot: row.snapshot_version,
      targets: row.targets_version,
    },
    since: Number(row.since),
    refreshedAt: Number(row.refreshed_at),
  }));
}

/**
 * Keeps what a repository told, unless more is known of it: no version ever goes back,
 * and one set of targets has one root. Compared and set by one statement, so that of two
 * replicas the one that saw less cannot win, whichever comes last.
 *
 * @returns `behind` where nothing was kept
 */
export async function keepTrustRoot(options: {
  tx: Knex;
  seen: SeenRoot;
  now: number;
}): Promise<'new' | 'unchanged' | 'behind'> {
  const { tx, seen, now } = options;
  const { versions } = seen;
  const rows = await rawRows<{ since: unknown }>(
    tx,
    `insert into tuf_root (repository, name, mirror, initial_root, root,
        root_version, timestamp_version, snapshot_version, targets_version,
        since, refreshed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (repository) do update set
        root = excluded.root,
        root_version = excluded.root_version,
        timestamp_version = excluded.timestamp_version,
        snapshot_version = excluded.snapshot_version,
        targets_version = excluded.targets_version,
        since = case when excluded.root = tuf_root.root
          then tuf_root.since else excluded.since end,
        refreshed_at = excluded.refreshed_at
      where excluded.root_version >= tuf_root.root_version
        and excluded.timestamp_version >= tuf_root.timestamp_version
        and excluded.snapshot_version >= tuf_root.snapshot_version
        and excluded.targets_version >= tuf_root.targets_version
        and (excluded.root = tuf_root.root
          or excluded.targets_version > tuf_root.targets_version)
      returning since`,
    [
      seen.repository,
      seen.name,
      seen.mirror,
      seen.initialRoot,
      seen.root,
      versions.root,
      versions.timestamp,
      versions.snapshot,
      versions.targets,
      now,
      now,
    ],
  );
  if (rows.length === 0) return 'behind';
  return Number(rows[0].since) === now ? 'new' : 'unchanged';
}

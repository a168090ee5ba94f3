import { Knex } from 'knex';
import { ReleaseRecord, selectReleases } from './releaseColumns';

/**
 * What a release is compared with when nobody says: a change with the newest
 * release, a release with the one made before it in its line.
 */
export async function findBaseRelease(options: {
  tx: Knex;
  release: ReleaseRecord;
}): Promise<ReleaseRecord | undefined> {
  const { tx, release } = options;
  const query = selectReleases(tx).where('r.subject_id', release.subject_id);
  if (release.channel === 'change') {
    if (release.newest_release_id === null) return undefined;
    return query.where('r.id', release.newest_release_id).first();
  }
  return query
    .where({ 'r.channel': 'release', 'r.line': release.line })
    .where(before =>
      before
        .where('r.made_at', '<', release.made_at as number)
        .orWhere(same =>
          same
            .where('r.made_at', release.made_at as number)
            .where('r.id', '<', release.id),
        ),
    )
    .orderBy([
      { column: 'r.made_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .first();
}

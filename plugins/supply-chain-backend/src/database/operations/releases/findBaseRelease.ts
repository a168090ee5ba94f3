import { Knex } from 'knex';
import { hasEvidence } from './hasEvidence';
import { HEADLINE_LINE } from './headline';
import { ReleaseRecord, selectReleases } from './releaseColumns';

/**
 * What a release is compared with when nobody says, of those with evidence: a change
 * with the newest release of its line, else of the entity; a release with the one made
 * before it in its line.
 */
export async function findBaseRelease(options: {
  tx: Knex;
  release: ReleaseRecord;
}): Promise<ReleaseRecord | undefined> {
  const { tx, release } = options;
  const query = selectReleases(tx)
    .where({ 'r.subject_id': release.subject_id, 'r.channel': 'release' })
    .modify(hasEvidence(tx, 'r'));
  if (release.channel === 'change') {
    return query
      .orderByRaw(
        `case r.line when ? then 0 when ? then 1 else 2 end,
          r.made_at desc, r.id desc`,
        [release.line, HEADLINE_LINE],
      )
      .first();
  }
  return query
    .where('r.line', release.line)
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

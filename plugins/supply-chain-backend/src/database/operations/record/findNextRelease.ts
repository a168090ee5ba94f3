import { Knex } from 'knex';
import { ReleaseRow } from '../../rows';
import { hasEvidence } from '../releases/hasEvidence';

/** The release made after this one in its line, of those with evidence: what compares itself with it. */
export async function findNextRelease(options: {
  tx: Knex;
  release: ReleaseRow;
}): Promise<number | undefined> {
  const { tx, release } = options;
  if (release.channel !== 'release') return undefined;
  const row = await tx('release as r')
    .where({
      subject_id: release.subject_id,
      channel: 'release',
      line: release.line,
    })
    .modify(hasEvidence(tx, 'r'))
    .where(later =>
      later
        .where('made_at', '>', release.made_at)
        .orWhere(same =>
          same.where('made_at', release.made_at).where('id', '>', release.id),
        ),
    )
    .orderBy([{ column: 'made_at' }, { column: 'id' }])
    .first('id');
  return row?.id;
}

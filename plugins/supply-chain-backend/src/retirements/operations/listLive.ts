import { LiveRelease } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { compact, toIso } from '../../database/operations/releases/columns';
import { LIVE_SQL, NEWEST_SQL } from '../../retention/live/liveSql';

/** Releases of an entity that are live, newest first. */
export async function listLive(options: {
  tx: Knex;
  entityRef: string;
  liveAfterGoneMs: number;
  now: number;
}): Promise<LiveRelease[]> {
  const { tx, entityRef, liveAfterGoneMs, now } = options;
  const releases = await tx('release as r')
    .join('subject as s', 's.id', 'r.subject_id')
    .where('s.entity_ref', entityRef)
    .whereRaw(LIVE_SQL, [now - liveAfterGoneMs])
    .orderBy([
      { column: 'r.made_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .select('r.id', 'r.uid', 'r.version', 'r.line', 's.gone_at', {
      newest: tx.raw(`case when ${NEWEST_SQL} then 1 else 0 end`, [
        now - liveAfterGoneMs,
      ]),
    } as never);
  const promotions = await tx('promotion as p')
    .whereIn(
      'p.release_id',
      releases.map(({ id }) => id),
    )
    .whereNotExists(
      tx('retirement as t')
        .whereRaw(
          't.release_id = p.release_id and t.stage = p.stage and t.ended_at is null',
        )
        .select(tx.raw('1')),
    )
    .orderBy('p.stage')
    .select('p.release_id', 'p.stage', 'p.promoted_at');
  return releases.map((release: Record<string, any>) => {
    const stages = promotions
      .filter(row => row.release_id === release.id)
      .map(row => ({ stage: row.stage, since: toIso(row.promoted_at) }));
    const isGone = release.gone_at !== null && stages.length === 0;
    return compact({
      releaseId: release.uid,
      version: release.version,
      line: release.line,
      stages,
      newest: Number(release.newest) === 1,
      until: isGone
        ? toIso(Number(release.gone_at) + liveAfterGoneMs)
        : undefined,
    });
  });
}

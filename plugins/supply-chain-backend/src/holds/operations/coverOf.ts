import {
  HeldEntityRow,
  HoldCover,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import {
  compact,
  toIso,
  toOptional,
} from '../../database/operations/releases/columns';
import { idList, rawRows } from '../../database/raw';
import { HoldOn } from '../matchesTarget';
import { coveredEntities, coveredReleases } from './coveredReleases';

/**
 * What a hold covers, or would cover: how much, and which entities. A query covers an
 * entity that has nothing yet, too: what it gets is held from its receipt on.
 */
export async function coverOf(options: {
  tx: Knex;
  hold: HoldOn;
  /** Of some entities, those that are left out of both. */
  hidden?: (entityRefs: string[]) => Promise<ReadonlySet<string>>;
}): Promise<{ volume: HoldCover; entities: HeldEntityRow[] }> {
  const { tx, hold, hidden } = options;
  const entities = await coveredEntities({ tx, hold });
  const releaseIds = await coveredReleases({ tx, hold, entities });
  const all = await rawRows<Record<string, any>>(
    tx,
    `select s.id, s.entity_ref, s.owner_ref, s.gone_at,
            count(distinct r.id) as releases, count(e.id) as evidence,
            coalesce(sum(a.size), 0) as bytes
       from subject s
       left join "release" r on r.subject_id = s.id and r.id in (${idList(tx)})
       left join evidence e on e.release_id = r.id
       left join artifact a on a.sha256 = e.sha256
      where r.id is not null or s.id in (${idList(tx)})
      group by s.id, s.entity_ref, s.owner_ref, s.gone_at
      order by s.entity_ref`,
    [JSON.stringify(releaseIds), JSON.stringify([...entities.keys()])],
  );
  const left = await hidden?.(all.map(row => row.entity_ref));
  const rows = all.filter(row => !left?.has(row.entity_ref));
  const sum = (column: string) =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  return {
    volume: {
      entities: rows.length,
      releases: sum('releases'),
      evidence: sum('evidence'),
      bytes: sum('bytes'),
    },
    entities: rows.map(row => {
      const { since, matches } = entities.get(row.id) ?? {};
      return compact({
        entityRef: row.entity_ref,
        owner: toOptional<string>(row.owner_ref),
        inCatalog: row.gone_at === null,
        releases: Number(row.releases),
        evidence: Number(row.evidence),
        since: since === undefined ? undefined : toIso(since),
        matches,
      });
    }),
  };
}

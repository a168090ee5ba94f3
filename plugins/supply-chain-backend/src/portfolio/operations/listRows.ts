import { Knex } from 'knex';
import { PortfolioRow } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  compact,
  toIso,
  toJson,
  toOptional,
} from '../../database/operations/releases/columns';
import {
  ReleaseRecord,
  selectReleases,
  toRelease,
} from '../../database/operations/releases/releaseColumns';
import { whereIdIn } from '../../database/operations/releases/idList';

/** A page of rows; `value` and the ref are the position in the order. */
export async function listRows(options: {
  tx: Knex;
  /** Of subjects as `s`. */
  query: Knex.QueryBuilder;
  column: string;
  descending: boolean;
  after?: { value: string | number; entityRef: string };
  limit: number;
}): Promise<{ row: PortfolioRow; value: unknown }[]> {
  const { tx, column, descending, after } = options;
  const query = options.query.clone();
  if (after) {
    // one direction for the value, always the same for the key that makes it unique
    query.whereRaw(
      `(${column} ${
        descending ? '<' : '>'
      } ? or (${column} = ? and s.entity_ref > ?))`,
      [after.value, after.value, after.entityRef],
    );
  }
  const subjects: any[] = await query
    .orderByRaw(`${column} ${descending ? 'desc' : 'asc'}, s.entity_ref asc`)
    .limit(options.limit)
    .select('s.*', tx.raw(`${column} as sort_value`));
  const releases = (await whereIdIn(
    selectReleases(tx),
    'r.id',
    subjects.flatMap(row => row.newest_release_id ?? []),
  )) as unknown as ReleaseRecord[];
  const bySubject = new Map(releases.map(row => [row.subject_id, row]));
  return subjects.map(row => {
    const release = bySubject.get(row.id);
    return {
      value: row.sort_value,
      row: compact({
        entityRef: row.entity_ref,
        title: toOptional<string>(row.title),
        owner: toOptional<string>(row.owner_ref),
        system: toOptional<string>(row.system_ref),
        release: release && toRelease(release),
        state: row.state,
        stateSince: toIso(row.state_since),
        newlyBroken: Boolean(row.newly_broken),
        firstReason: toOptional<string>(row.first_reason),
        moreReasons: Number(row.more_reasons),
        evidence: toJson<PortfolioRow['evidence']>(row.dots, []),
      }),
    };
  });
}

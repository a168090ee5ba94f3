import { Knex } from 'knex';
import { PortfolioPage } from '@hotpass/backstage-plugin-supply-chain-common';

/** Counts of what the filters leave, before a state is chosen. */
export async function countStates(
  query: Knex.QueryBuilder,
): Promise<PortfolioPage['counts']> {
  const rows: any[] = await query
    .clone()
    .groupBy('s.state', 's.newly_broken')
    .select('s.state', 's.newly_broken')
    .count({ n: '*' });
  const counts: PortfolioPage['counts'] = {
    total: 0,
    newlyBroken: 0,
    byState: {},
  };
  for (const row of rows) {
    const n = Number(row.n);
    counts.total += n;
    counts.byState[row.state] = (counts.byState[row.state] ?? 0) + n;
    if (row.newly_broken) counts.newlyBroken += n;
  }
  return counts;
}

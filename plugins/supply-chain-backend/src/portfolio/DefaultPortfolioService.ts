import { Knex } from 'knex';
import { PortfolioPage } from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';
import { compact } from '../database/operations/releases/columns';
import { whereTextIn } from '../database/operations/releases/idList';
import { decodeCursor, encodeCursor } from '../service/cursor';
import { countStates } from './operations/countStates';
import { filterSubjects } from './operations/filterSubjects';
import { listInScope } from './operations/listInScope';
import { listRows } from './operations/listRows';
import { PortfolioQuery, PortfolioService } from './types';

/** SQL of each order; nulls sort as empty text so that a position can name them. */
const columns = {
  urgency: { sql: 's.urgency', type: 'number', descending: true },
  entity: { sql: 's.entity_ref', type: 'string', descending: false },
  owner: {
    sql: `coalesce(s.owner_ref, '')`,
    type: 'string',
    descending: false,
  },
  stateSince: { sql: 's.state_since', type: 'number', descending: true },
} as const;

export class DefaultPortfolioService implements PortfolioService {
  readonly #database: Knex;

  constructor(options: { database: Knex }) {
    this.#database = options.database;
  }

  async getPortfolio(
    list: GrantedList,
    options: PortfolioQuery,
  ): Promise<PortfolioPage> {
    const tx = this.#database;
    const sort = options.sort ?? 'urgency';
    const { sql, type, descending: usual } = columns[sort];
    const descending = options.order ? options.order === 'desc' : usual;
    const name = `portfolio/${sort}/${descending}`;
    const after = decodeCursor(options.cursor, name, [type, 'string']);

    const inScope = await listInScope({ tx });
    const visible = await list.visible(inScope.map(row => row.entityRef));
    const own = inScope.filter(row => visible.has(row.entityRef));

    const filtered = filterSubjects({
      tx,
      ids: own.map(row => row.id),
      owner: options.owner,
      system: options.system,
      query: options.query,
    });
    const chosen = filtered.clone();
    if (options.state?.length) whereTextIn(chosen, 's.state', options.state);
    if (options.newlyBroken !== undefined) {
      chosen.where('s.newly_broken', options.newlyBroken);
    }
    const [counts, [total], rows] = await Promise.all([
      countStates(filtered),
      chosen.clone().count({ n: '*' }),
      listRows({
        tx,
        query: chosen,
        column: sql,
        descending,
        after: after && { value: after[0], entityRef: after[1] },
        limit: options.limit + 1,
      }),
    ]);
    const page = rows.slice(0, options.limit);
    const last = page[page.length - 1];
    return compact({
      items: page.map(({ row }) => row),
      totalItems: Number((total as { n: unknown }).n),
      nextCursor:
        rows.length > options.limit
          ? encodeCursor(name, [
              type === 'number' ? Number(last.value) : String(last.value),
              last.row.entityRef,
            ])
          : undefined,
      counts,
      owners: distinct(own.map(row => row.owner)),
      systems: distinct(own.map(row => row.system)),
    });
  }
}

function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values)].filter(value => value !== undefined).sort();
}

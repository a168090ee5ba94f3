import { SupplyChainApi } from '@hotpass/backstage-plugin-supply-chain-common';
import { arrivals, causes, matrix, portfolio, status } from './portalFixtures';
import {
  components,
  decision,
  diff,
  evidence,
  findings,
  provenance,
} from './releaseFixtures';

function page<T>(all: T[], options: { cursor?: string; limit?: number } = {}) {
  const from = Number(options.cursor ?? 0);
  const to = from + (options.limit ?? 50);
  return {
    items: all.slice(from, to),
    totalItems: all.length,
    nextCursor: to < all.length ? String(to) : undefined,
  };
}

const contains = (text: string, query: string | undefined) =>
  !query || text.toLowerCase().includes(query.toLowerCase());

/** Answers the tables' queries from the fixtures, page by page. */
export const pagedApi: Pick<
  SupplyChainApi,
  | 'getComponents'
  | 'getPaths'
  | 'getFindings'
  | 'getProvenance'
  | 'getDecision'
  | 'getEvidence'
  | 'getDiff'
  | 'getPortfolio'
  | 'getHealthCauses'
  | 'getHealthMatrix'
  | 'getArrivals'
  | 'getPipelineStatus'
  | 'downloadEvidence'
  | 'withdrawEvidence'
> = {
  getComponents: async (_key, options = {}) => ({
    ...page(
      components.filter(
        each =>
          contains(each.name, options.query) &&
          (options.relation === undefined ||
            each.relation === options.relation) &&
          (options.licence === undefined ||
            (each.licence ?? '') === options.licence),
      ),
      options,
    ),
    licences: [
      { expression: 'MIT', count: 17 },
      { expression: '', count: 9 },
    ],
  }),
  getPaths: async () => [
    ['checkout', 'bar', 'foo'],
    ['checkout', 'baz', 'qux', 'foo'],
  ],
  getFindings: async (_key, options = {}) =>
    page(
      findings.filter(
        each =>
          contains(each.vulnerability, options.query) &&
          (!options.severity || each.severity === options.severity) &&
          (!options.status || each.status === options.status),
      ),
      options,
    ),
  getProvenance: async () => provenance,
  getDecision: async () => decision,
  getEvidence: async () => evidence,
  getDiff: async () => diff,
  getPortfolio: async (options = {}) => {
    const mine = portfolio.filter(
      row =>
        (!options.owner || options.owner.includes(row.owner ?? '')) &&
        (!options.system || options.system.includes(row.system ?? '')) &&
        contains(row.entityRef, options.query),
    );
    const byState: { [state: string]: number } = {};
    for (const { state } of mine) byState[state] = (byState[state] ?? 0) + 1;
    return {
      ...page(
        mine.filter(
          row =>
            (!options.state || options.state.includes(row.state)) &&
            (!options.newlyBroken || row.newlyBroken),
        ),
        options,
      ),
      counts: {
        total: mine.length,
        newlyBroken: mine.filter(row => row.newlyBroken).length,
        byState,
      },
      owners: ['group:default/payments', 'group:default/platform'],
      systems: ['system:default/back-office', 'system:default/shop'],
    };
  },
  getHealthCauses: async () => causes,
  getHealthMatrix: async (options = {}) =>
    page(
      matrix.filter(row => contains(row.entityRef, options.query)),
      options,
    ),
  getArrivals: async (options = {}) =>
    page(
      arrivals.filter(
        each =>
          (!options.outcome || each.outcome === options.outcome) &&
          (!options.code || each.code === options.code) &&
          (!options.entity || each.entityRef === options.entity),
      ),
      options,
    ),
  getPipelineStatus: async () => status,
  downloadEvidence: async () => new Blob(['{}']),
  withdrawEvidence: async (_key, id) =>
    evidence.find(each => each.id === id) ?? evidence[0],
};

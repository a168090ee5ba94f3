import { useApi } from '@backstage/frontend-plugin-api';
import {
  PortfolioPage,
  PortfolioRow,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useRef } from 'react';
import { supplyChainApiRef } from '../../api';
import { useServerTable } from '../shared';

type Sort = 'urgency' | 'entity' | 'owner' | 'stateSince';

/** A page of the portfolio; `ownsNothing` when the reader's teams are not in it. */
export type OwnedPage = PortfolioPage & { ownsNothing: boolean };

/** In the URL: no owner means my teams, so *all* needs a word. */
export const EVERYONE = 'all';

/**
 * The portfolio with its filters. Without an owner in the URL it asks for the
 * reader's teams, and for everyone when these own nothing that is in scope.
 */
export function usePortfolio(teams: string[]) {
  const api = useApi(supplyChainApiRef);
  // Found out by the first request and true for all that follow: the cursor of
  // one list means nothing in the other.
  const ownsNothing = useRef<boolean>();
  if (teams.length === 0) ownsNothing.current = true;

  return useServerTable({
    name: 'releases',
    filters: ['state', 'newlyBroken', 'owner', 'system'] as const,
    getId: (row: PortfolioRow) => row.entityRef,
    version: teams.join(' '),
    load: async ({ signal, filters, sort, ...page }): Promise<OwnedPage> => {
      const options = {
        ...page,
        sort: sort as Sort | undefined,
        state: filters.state ? [filters.state as PostureState] : undefined,
        newlyBroken: filters.newlyBroken ? true : undefined,
        system: filters.system ? [filters.system] : undefined,
      };
      const ask = (owner?: string[]) =>
        api.getPortfolio({ ...options, owner }, { signal });

      if (filters.owner) {
        const chosen = filters.owner === EVERYONE ? undefined : [filters.owner];
        return { ...(await ask(chosen)), ownsNothing: false };
      }
      if (ownsNothing.current === undefined) {
        const unfiltered = await api.getPortfolio(
          { limit: 1, owner: teams },
          { signal },
        );
        ownsNothing.current = unfiltered.counts.total === 0;
      }
      return {
        ...(await ask(ownsNothing.current ? undefined : teams)),
        ownsNothing: ownsNothing.current,
      };
    },
  });
}

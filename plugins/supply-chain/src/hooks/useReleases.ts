import { useApi } from '@backstage/frontend-plugin-api';
import { ReleasePage } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../api';
import { Query, useQuery } from './useQuery';

/** The newest releases and changes of an entity, for the pickers. */
export function useReleases(entityRef: string): Query<ReleasePage> {
  const api = useApi(supplyChainApiRef);
  return useQuery(
    signal => api.getReleases(entityRef, { limit: 100 }, { signal }),
    [api, entityRef],
  );
}

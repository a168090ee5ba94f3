import { useApi } from '@backstage/frontend-plugin-api';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../api';
import { Query, useQuery } from './useQuery';

/** What the fold and the card show of an entity. */
export function usePosture(options: {
  entityRef: string;
  release?: string;
  compareWith?: string;
}): Query<Posture> {
  const { entityRef, release, compareWith } = options;
  const api = useApi(supplyChainApiRef);
  return useQuery(
    signal => api.getPosture(entityRef, { release, compareWith }, { signal }),
    [api, entityRef, release, compareWith],
  );
}

import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { MirrorState } from '@hotpass/backstage-plugin-supply-chain-common';
import useInterval from 'react-use/esm/useInterval';
import { useQuery } from '../../hooks/useQuery';

const ASK_MS = 1_000;

/**
 * Whether the pages can be opened: they are there, and the catalog shows their
 * entity. The catalog takes a moment to take a new one in.
 */
export function useCompanion(mirror: MirrorState): boolean {
  const catalog = useApi(catalogApiRef);
  const { companionRef, publishedAt } = mirror;
  const isPublished = publishedAt !== undefined;
  const { value, retry } = useQuery(async () => {
    if (!isPublished) return false;
    // One asked for by its name is answered 404 while it is not there
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: [companionRef],
      fields: ['kind'],
    });
    return items[0] !== undefined;
  }, [catalog, companionRef, isPublished]);
  useInterval(retry, isPublished && value !== true ? ASK_MS : null);
  return value === true;
}

import { useState } from 'react';
import { Query, useQuery } from '../../hooks/useQuery';

const FIRST = 25;
const MOST = 500;

/** A list that shows more when asked to, in one request for all that is shown. */
export function usePages<T extends { nextCursor?: string }>(
  load: (limit: number, signal: AbortSignal) => Promise<T>,
  deps: readonly unknown[],
): { query: Query<T>; loadMore?: () => void } {
  const [limit, setLimit] = useState(FIRST);
  const query = useQuery(signal => load(limit, signal), [limit, ...deps]);
  const hasMore = query.value?.nextCursor !== undefined && limit < MOST;
  return {
    query,
    loadMore: hasMore ? () => setLimit(Math.min(limit * 4, MOST)) : undefined,
  };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';

/** What a query hook returns. The value of the last success stays while a new one loads or fails. */
export interface Query<T> {
  value?: T;
  loading: boolean;
  error?: Error;
  retry: () => void;
}

/**
 * Runs a query, aborts it when its inputs change or the page is left.
 *
 * Unlike `useAsyncRetry`, a retry during a running query is not dropped: a
 * signal may well arrive while the answer before it is still on its way.
 */
export function useQuery<T>(
  query: (signal: AbortSignal) => Promise<T>,
  deps: readonly unknown[],
): Query<T> {
  const [attempt, setAttempt] = useState(0);
  const controller = useRef<AbortController>();
  const state = useAsync(() => {
    controller.current?.abort();
    controller.current = new AbortController();
    return query(controller.current.signal);
  }, [attempt, ...deps]);
  useEffect(() => () => controller.current?.abort(), []);
  const latest = useRef<T>();
  if (state.value !== undefined) latest.current = state.value;
  const retry = useCallback(() => setAttempt(n => n + 1), []);
  return { ...state, value: latest.current, retry };
}

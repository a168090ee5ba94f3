import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Query state in the URL, so that a view can be linked. Names get a prefix,
 * because several tables share one page.
 */
export function useQueryParams(prefix: string) {
  const [params, setParams] = useSearchParams();

  const get = useCallback(
    (name: string) => params.get(`${prefix}${name}`) ?? undefined,
    [params, prefix],
  );

  const set = useCallback(
    (changes: Record<string, string | undefined>) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined) next.delete(`${prefix}${name}`);
            else next.set(`${prefix}${name}`, value);
          }
          return next;
        },
        { replace: true },
      ),
    [prefix, setParams],
  );

  return { get, set };
}

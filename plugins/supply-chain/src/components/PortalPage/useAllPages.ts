import { useCallback, useEffect, useRef, useState } from 'react';

interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

type State<T> = { page?: Page<T>; error?: Error; loading: boolean };

/** Pages that are added below one another; starts over when `deps` change. */
export function useAllPages<T>(
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  deps: readonly unknown[],
) {
  const [state, setState] = useState<State<T>>({ loading: true });
  const controller = useRef<AbortController>();
  const latest = useRef(load);
  latest.current = load;

  /** Loads what follows `before`, until at least `count` items are there. */
  const fetchPage = useCallback(async (before?: Page<T>, count = 0) => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setState(old => ({
      page: before ?? (count > 0 ? old.page : undefined),
      loading: true,
    }));
    try {
      let page = before;
      do {
        const next = await latest.current(page?.nextCursor, current.signal);
        if (current.signal.aborted) return;
        page = { ...next, items: [...(page?.items ?? []), ...next.items] };
      } while (page.nextCursor && page.items.length < count);
      setState({ page, loading: false });
    } catch (error) {
      if (current.signal.aborted) return;
      setState(old => ({
        page: before ?? old.page,
        loading: false,
        error: error instanceof Error ? error : new Error(String(error)),
      }));
    }
  }, []);

  useEffect(() => {
    fetchPage(undefined);
    return () => controller.current?.abort();
    // The caller says what the pages depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fetchPage, ...deps]);

  const { page, error, loading } = state;
  return {
    items: page?.items,
    totalItems: page?.totalItems ?? 0,
    error,
    loading,
    retry: () => fetchPage(page),
    /** Loads again what is shown, which stays until then. */
    refresh: () => fetchPage(undefined, page?.items.length),
    loadMore: page?.nextCursor ? () => fetchPage(page) : undefined,
  };
}

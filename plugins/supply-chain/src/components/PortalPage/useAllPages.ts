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

  const fetchPage = useCallback(async (before: Page<T> | undefined) => {
    controller.current?.abort();
    const current = new AbortController();
    controller.current = current;
    setState({ page: before, loading: true });
    try {
      const page = await latest.current(before?.nextCursor, current.signal);
      if (current.signal.aborted) return;
      setState({
        page: { ...page, items: [...(before?.items ?? []), ...page.items] },
        loading: false,
      });
    } catch (error) {
      if (current.signal.aborted) return;
      setState({
        page: before,
        loading: false,
        error: error instanceof Error ? error : new Error(String(error)),
      });
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
    loadMore: page?.nextCursor ? () => fetchPage(page) : undefined,
  };
}

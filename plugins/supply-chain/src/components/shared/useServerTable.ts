import { useEffect, useMemo, useRef, useState } from 'react';
import { SortDescriptor, useTable } from '@backstage/ui';
import { useQueryParams } from './useQueryParams';

/** What a table asks its server for. */
export interface ServerQuery<TFilter extends string> {
  cursor?: string;
  limit: number;
  query?: string;
  sort?: string;
  order?: 'asc' | 'desc';
  filters: { [name in TFilter]?: string };
  signal: AbortSignal;
}

/** A page as every list of the API answers it. */
export interface ServerPage<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

/** A row with the id that tables need. */
export interface TableRow<T> {
  id: string;
  item: T;
}

/** Options of {@link useServerTable}. */
export interface ServerTableOptions<
  T,
  TFilter extends string,
  TPage extends ServerPage<T>,
> {
  /** Prefix of the names in the URL. */
  name: string;
  filters: readonly TFilter[];
  getId: (item: T) => string;
  load: (query: ServerQuery<TFilter>) => Promise<TPage>;
  /** A change of it loads again: another release, or a new decision. */
  version: string;
  pageSize?: number;
}

/** What {@link useServerTable} tells a table and its filters. */
export type ServerTableState<T> = Pick<
  ReturnType<typeof useServerTable<T, string, ServerPage<T>>>,
  'tableProps' | 'reload' | 'query' | 'setQuery' | 'isFiltered' | 'clear'
>;

const PAGE_SIZES = [10, 25, 50, 100];

function parseSort(value: string | undefined): SortDescriptor | undefined {
  if (!value) return undefined;
  const [column, order] = value.split(':');
  return {
    column,
    direction: order === 'desc' ? 'descending' : 'ascending',
  };
}

function toOrder({ direction }: SortDescriptor): 'asc' | 'desc' {
  return direction === 'descending' ? 'desc' : 'asc';
}

/** Server-side paging, sorting, filtering and search, with all of it in the URL. */
export function useServerTable<
  T,
  TFilter extends string,
  TPage extends ServerPage<T>,
>(options: ServerTableOptions<T, TFilter, TPage>) {
  const { name, filters, getId, load, version, pageSize = 25 } = options;
  const { get, set } = useQueryParams(`${name}.`);
  const [page, setPage] = useState<TPage>();

  const query = get('q');
  const sortText = get('sort');
  const sort = useMemo(() => parseSort(sortText) ?? null, [sortText]);
  // Compared by identity in useTable: one object for one set of values.
  const values = JSON.stringify(
    filters.flatMap(each => {
      const value = get(each);
      return value === undefined ? [] : [[each, value]];
    }),
  );
  const filter = useMemo(
    () =>
      Object.fromEntries(JSON.parse(values)) as { [key in TFilter]?: string },
    [values],
  );

  const { tableProps, reload } = useTable<TableRow<T>, typeof filter>({
    mode: 'cursor',
    search: query ?? '',
    sort,
    filter,
    onSortChange: next =>
      set({
        sort: `${next.column}:${toOrder(next)}`,
      }),
    paginationOptions: { pageSize, pageSizeOptions: PAGE_SIZES },
    getData: async params => {
      const next = await load({
        cursor: params.cursor,
        limit: params.pageSize,
        query: params.search || undefined,
        sort: params.sort ? String(params.sort.column) : undefined,
        order: params.sort ? toOrder(params.sort) : undefined,
        filters: params.filter ?? {},
        signal: params.signal,
      });
      if (!params.signal.aborted) setPage(next);
      return {
        data: next.items.map(item => ({ id: getId(item), item })),
        nextCursor: next.nextCursor,
        totalCount: next.totalItems,
      };
    },
  });

  const loaded = useRef(version);
  useEffect(() => {
    if (loaded.current === version) return;
    loaded.current = version;
    reload();
  }, [version, reload]);

  const isPagedOn =
    tableProps.pagination.type === 'page' &&
    tableProps.pagination.hasPreviousPage;
  const isFiltered =
    Boolean(query) || filters.some(each => filter[each] !== undefined);
  return {
    tableProps,
    reload,
    /** Loads again unless the reader has paged on: that would throw them back. */
    refresh: () => {
      if (!isPagedOn) reload();
    },
    /** The page that came last, for totals and counts beside the rows. */
    page,
    query,
    setQuery: (value: string) => set({ q: value || undefined }),
    filters: filter,
    setFilter: (which: TFilter, value: string | undefined) =>
      set({ [which]: value }),
    setFilters: (changes: { [key in TFilter]?: string }) => set(changes),
    isFiltered,
    clear: () =>
      set({
        q: undefined,
        ...Object.fromEntries(filters.map(each => [each, undefined])),
      }),
  };
}

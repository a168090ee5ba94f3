import { ReactNode } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { DataTable, DataTableProps } from './DataTable';
import { EmptyNote } from './EmptyNote';
import { FilterBar } from './FilterBar';
import { SearchBox } from './SearchBox';
import { ServerTableState } from './useServerTable';

/** Props of {@link ServerTable}. */
export interface ServerTableProps<T>
  extends Pick<
    DataTableProps<T>,
    'label' | 'columns' | 'what' | 'getName' | 'renderDetail' | 'isMuted'
  > {
  table: ServerTableState<T>;
  /** Names the search field. */
  search: string;
  /** More filters, right of the search field. */
  filters?: ReactNode;
  /** Stands between the filters and the table. */
  notice?: ReactNode;
  /** Shown when there is nothing, though nothing is filtered. */
  emptyTitle: string;
  empty: string;
}

/** A table whose server searches, filters, sorts and pages, with its filters. */
export function ServerTable<T>(props: ServerTableProps<T>) {
  const { table, search, filters, notice, emptyTitle, empty, ...rest } = props;
  const { t } = useMessages();
  return (
    <>
      <FilterBar isFiltered={table.isFiltered} onClear={table.clear}>
        <SearchBox
          label={search}
          value={table.query}
          onChange={table.setQuery}
        />
        {filters}
      </FilterBar>
      {notice}
      <DataTable
        {...rest}
        table={table.tableProps}
        onRetry={table.reload}
        empty={
          <EmptyNote
            title={table.isFiltered ? t('states.nothingMatches') : emptyTitle}
          >
            {table.isFiltered ? t('states.nothingMatchesHint') : empty}
          </EmptyNote>
        }
      />
    </>
  );
}

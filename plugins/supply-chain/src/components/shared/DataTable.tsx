import { ReactNode, useState } from 'react';
import {
  Column,
  Row,
  TableBody,
  TableHeader,
  TablePagination,
  TableProps,
  TableRoot,
} from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { DataCell, DetailCell, SkeletonCell, ToggleCell } from './DataCell';
import styles from './DataTable.module.css';
import { QueryError } from './QueryError';
import { TableRow } from './useServerTable';

/** One column; `cell` returns what stands in the cell, not the cell itself. */
export interface DataColumn<T> {
  id: string;
  label: string;
  cell: (item: T) => ReactNode;
  sortable?: boolean;
  rowHeader?: boolean;
  /** CSS width; columns without one share the rest. */
  width?: string;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<T> {
  /** Names the table for screen readers. */
  label: string;
  columns: DataColumn<T>[];
  table: Pick<
    TableProps<TableRow<T>>,
    'data' | 'isPending' | 'isStale' | 'error' | 'pagination' | 'sort'
  >;
  onRetry: () => void;
  /** What could not be loaded, in a sentence: *the findings*. */
  what: string;
  empty: ReactNode;
  /** Shown below a row that was opened. */
  renderDetail?: (item: T) => ReactNode;
  /** Names a row in *Show details of …*. */
  getName?: (item: T) => string;
  isMuted?: (item: T) => boolean;
}

type Line<T> = TableRow<T> & { part: 'row' | 'detail' };

const TOGGLE = { id: '__toggle', label: '', width: '44px' } as const;
const SKELETONS = [1, 2, 3, 4, 5, 6].map(id => ({ id: `skeleton-${id}` }));

/**
 * The table of `@backstage/ui` with a name, rows that open, an error that can be
 * retried, and rows that become cards where the place is narrow.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, table, renderDetail, getName = () => '' } = props;
  const { t } = useMessages();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  if (table.error) {
    return (
      <QueryError
        what={props.what}
        error={table.error}
        onRetry={props.onRetry}
      />
    );
  }

  const columns: DataColumn<T>[] = renderDetail
    ? [{ ...TOGGLE, cell: () => undefined }, ...props.columns]
    : props.columns;
  const toggle = (id: string) =>
    setOpen(previous => {
      const next = new Set(previous);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const lines: Line<T>[] = (table.data ?? []).flatMap(row => {
    const line: Line<T> = { ...row, part: 'row' };
    return open.has(row.id)
      ? [line, { id: `${row.id}:detail`, item: row.item, part: 'detail' }]
      : [line];
  });
  const isLoading = table.data === undefined;

  return (
    <div className={styles.container}>
      <div className={styles.scroll}>
        <TableRoot
          aria-label={label}
          stale={table.isStale}
          isPending={isLoading}
          sortDescriptor={table.sort?.descriptor ?? undefined}
          onSortChange={table.sort?.onSortChange}
        >
          <TableHeader columns={columns}>
            {column => (
              <Column
                id={column.id}
                isRowHeader={column.rowHeader}
                allowsSorting={column.sortable}
                style={{ width: column.width }}
                className={styles.head}
                textValue={column.label || t('states.open', { name: '' })}
              >
                {column.label}
              </Column>
            )}
          </TableHeader>
          {isLoading ? (
            <TableBody items={SKELETONS} dependencies={[columns, open]}>
              {skeleton => (
                <Row id={skeleton.id} columns={columns}>
                  {column => <SkeletonCell key={column.id} />}
                </Row>
              )}
            </TableBody>
          ) : (
            <TableBody
              items={lines}
              dependencies={[columns, open]}
              renderEmptyState={() => props.empty}
            >
              {line =>
                line.part === 'detail' ? (
                  <Row id={line.id} className={styles.detailRow}>
                    <DetailCell span={columns.length}>
                      {renderDetail?.(line.item)}
                    </DetailCell>
                  </Row>
                ) : (
                  <Row
                    id={line.id}
                    columns={columns}
                    className={
                      props.isMuted?.(line.item) ? styles.muted : undefined
                    }
                    onAction={renderDetail ? () => toggle(line.id) : undefined}
                    textValue={getName(line.item)}
                  >
                    {column =>
                      column.id === TOGGLE.id ? (
                        <ToggleCell
                          isOpen={open.has(line.id)}
                          label={t(
                            open.has(line.id) ? 'states.close' : 'states.open',
                            { name: getName(line.item) },
                          )}
                          onToggle={() => toggle(line.id)}
                        />
                      ) : (
                        <DataCell label={column.label}>
                          {column.cell(line.item)}
                        </DataCell>
                      )
                    }
                  </Row>
                )
              }
            </TableBody>
          )}
        </TableRoot>
      </div>
      {table.pagination.type === 'page' &&
        (table.pagination.hasNextPage ||
          table.pagination.hasPreviousPage ||
          (table.pagination.totalCount ?? 0) > 10) && (
          <TablePagination {...table.pagination} />
        )}
    </div>
  );
}

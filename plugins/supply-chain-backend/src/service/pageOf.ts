import { decodeCursor, encodeCursor } from './cursor';
import { compact } from '../database/operations/releases/columns';

/**
 * A page of a list that is at hand as a whole. Rows sort by a value and then by a
 * unique key, so that a page goes on where the last one ended even when rows came
 * or went in between.
 */
export function pageOf<T>(options: {
  /** Names the list and its filters, for the cursor. */
  name: string;
  items: readonly T[];
  valueOf: (item: T) => string | number;
  keyOf: (item: T) => string;
  descending?: boolean;
  cursor?: string;
  limit: number;
}): { items: T[]; totalItems: number; nextCursor?: string } {
  const { items, valueOf, keyOf, limit } = options;
  const sign = options.descending ? -1 : 1;
  const name = `${options.name}/${sign}`;
  const rows = items
    .map(item => ({ item, value: valueOf(item), key: keyOf(item) }))
    .sort((a, b) => sign * order(a.value, b.value) || order(a.key, b.key));
  if (!rows.length) return { items: [], totalItems: 0 };
  const numeric = typeof rows[0].value === 'number';
  const after = decodeCursor(options.cursor, name, [
    numeric ? 'number' : 'string',
    'string',
  ]);
  const from = after
    ? rows.findIndex(
        row =>
          (sign * order(row.value, after[0]) || order(row.key, after[1])) > 0,
      )
    : 0;
  const page = from < 0 ? [] : rows.slice(from, from + limit);
  const last = page[page.length - 1];
  const more = last !== undefined && rows[rows.length - 1] !== last;
  return compact({
    items: page.map(row => row.item),
    totalItems: rows.length,
    nextCursor: more ? encodeCursor(name, [last.value, last.key]) : undefined,
  });
}

function order<V extends string | number>(a: V, b: V): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

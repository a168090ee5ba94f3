import { Knex } from 'knex';

/**
 * `column in (ids)` as one bound value, however many ids: SQLite allows 32,766
 * variables, PostgreSQL 65,535, and one statement text is planned once.
 */
export function whereIdIn(
  query: Knex.QueryBuilder,
  column: string,
  ids: readonly number[],
): Knex.QueryBuilder {
  const pg = isPg(query);
  return pg
    ? query.whereRaw('?? = any(?::int[])', [column, ids as number[]])
    : query.whereRaw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(ids),
      ]);
}

/** As {@link whereIdIn}, for text columns. */
export function whereTextIn(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): Knex.QueryBuilder {
  const pg = isPg(query);
  return pg
    ? query.whereRaw('?? = any(?::text[])', [column, values as string[]])
    : query.whereRaw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}

/** A `like` pattern for text that contains `part`, case folded. */
export function containsPattern(part: string): string {
  return `%${part.toLocaleLowerCase('en-US').replace(/[\\%_]/g, '\\$&')}%`;
}

function isPg(query: Knex.QueryBuilder): boolean {
  return String(query.client.config.client).includes('pg');
}

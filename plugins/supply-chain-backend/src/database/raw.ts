import { Knex } from 'knex';

/** Which dialect a client or transaction speaks. */
export function isPg(tx: Knex): boolean {
  return tx.client.config.client.includes('pg');
}

/** Runs SQL and gives its rows, which the engines wrap differently. */
export async function rawRows<T>(
  tx: Knex,
  sql: string,
  bindings: Knex.RawBinding[],
): Promise<T[]> {
  const answer = await tx.raw(sql, bindings);
  return Array.isArray(answer) ? answer : answer.rows;
}

/**
 * A one-column table `value` of a JSON array of strings, bound as one parameter:
 * engines limit the number of parameters, and knex is slow with many.
 */
export function textList(tx: Knex): string {
  return isPg(tx)
    ? 'select value from json_array_elements_text(?::json)'
    : 'select value from json_each(?)';
}

/** The same for numbers. */
export function idList(tx: Knex): string {
  return isPg(tx)
    ? 'select value::int from json_array_elements_text(?::json)'
    : 'select value from json_each(?)';
}

/** Whether a column is one of some ids; how many there are is known when it is planned. */
export function idsIn(
  tx: Knex,
  column: string,
  ids: readonly number[],
): { sql: string; bindings: Knex.RawBinding[] } {
  return isPg(tx)
    ? { sql: `${column} = any(?::int[])`, bindings: [[...ids]] }
    : { sql: `${column} in (${idList(tx)})`, bindings: [JSON.stringify(ids)] };
}

/** The same for strings. */
export function textsIn(
  tx: Knex,
  column: string,
  texts: readonly string[],
): { sql: string; bindings: Knex.RawBinding[] } {
  return isPg(tx)
    ? { sql: `${column} = any(?::text[])`, bindings: [[...texts]] }
    : {
        sql: `${column} in (${textList(tx)})`,
        bindings: [JSON.stringify(texts)],
      };
}

export type ColumnType = 'int' | 'bigint' | 'text' | 'float' | 'boolean';

/** Columns `c0, c1, …` of a JSON array of arrays, bound as one parameter. */
export function tupleList(tx: Knex, types: ColumnType[]): string {
  const pg = isPg(tx);
  const columns = types.map((type, position) => {
    if (!pg) return `json_extract(value, '$[${position}]') as c${position}`;
    const cast = type === 'float' ? 'double precision' : type;
    return `(value->>${position})::${cast} as c${position}`;
  });
  const source = pg ? 'json_array_elements(?::json)' : 'json_each(?)';
  return `select ${columns.join(', ')} from ${source}`;
}

export function inChunks<T>(items: T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}

/** Lets other work of the process run between chunks. */
export function nextTick(): Promise<void> {
  return new Promise(done => setImmediate(done));
}

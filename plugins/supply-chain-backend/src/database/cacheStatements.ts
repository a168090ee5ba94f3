import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';

/** What this needs of a statement of better-sqlite3. */
interface Statement {
  readonly reader: boolean;
  all(bindings: unknown[]): unknown;
  run(bindings: unknown[]): unknown;
}

/** What this needs of a connection of better-sqlite3. */
interface Connection {
  prepare(sql: string): Statement;
}

// The statements of an ingest and of every page fit several times
const STATEMENTS = 500;

const READS_OR_WRITES = /^\s*(?:select|insert|update|delete|begin|commit)\b/i;

/** How knex ends what `first` and `limit` were called on. */
const LIMITED = /^\s*select\b.* limit \?$/is;

/**
 * Keeps the prepared statements of every SQLite connection. Knex prepares each query
 * anew, and better-sqlite3 then compiles a function that makes its rows: a tenth of
 * what taking in a document costs. Knex runs a statement to its end at once and sets
 * nothing on it, so that the next one may have the same.
 */
export async function cacheStatements(knex: Knex): Promise<void> {
  knex.client.pool?.on('createSuccess', (_event: number, made: Connection) =>
    keepStatements(made),
  );
  // One may be open already
  const connection = await knex.client.acquireConnection();
  keepStatements(connection);
  await knex.client.releaseConnection(connection);
}

function keepStatements(connection: Connection): void {
  if (Object.hasOwn(connection, 'prepare')) return;
  const prepare = connection.prepare.bind(connection);
  const kept = new LRUCache<string, Statement>({ max: STATEMENTS });
  const keep = (sql: string, make: () => Statement) => {
    let statement = kept.get(sql);
    if (!statement) {
      statement = make();
      kept.set(sql, statement);
    }
    return statement;
  };
  connection.prepare = sql => {
    if (!READS_OR_WRITES.test(sql)) {
      // A changed schema changes the columns of a row
      kept.clear();
      return prepare(sql);
    }
    return keep(sql, () => {
      const statement = prepare(sql);
      if (!LIMITED.test(sql)) return statement;
      return withLimitWritten(sql, statement, written =>
        keep(written, () => prepare(written)),
      );
    });
  };
}

/**
 * SQLite's planner looks at a bound LIMIT, and so compiles the statement again each
 * time one is bound. Written into the text it is compiled once for every number.
 */
function withLimitWritten(
  sql: string,
  statement: Statement,
  prepare: (written: string) => Statement,
): Statement {
  return {
    reader: true,
    run: bindings => statement.run(bindings),
    all(bindings) {
      const limit = bindings.at(-1);
      if (!Number.isSafeInteger(limit)) return statement.all(bindings);
      return prepare(`${sql.slice(0, -1)}${limit}`).all(bindings.slice(0, -1));
    },
  };
}

import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';

/** What this needs of a connection of better-sqlite3. */
interface Connection {
  prepare(sql: string): object;
}

// The statements of an ingest and of every page fit several times
const STATEMENTS = 500;

const READS_OR_WRITES = /^\s*(?:select|insert|update|delete|begin|commit)\b/i;

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
  const kept = new LRUCache<string, object>({ max: STATEMENTS });
  connection.prepare = sql => {
    if (!READS_OR_WRITES.test(sql)) {
      // A changed schema changes the columns of a row
      kept.clear();
      return prepare(sql);
    }
    let statement = kept.get(sql);
    if (!statement) {
      statement = prepare(sql);
      kept.set(sql, statement);
    }
    return statement;
  };
}

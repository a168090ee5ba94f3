import { Knex } from 'knex';

// Backstage sets only foreign_keys. A power cut must not lose a commit (FULL), and
// a checkpoint every 1,000 pages costs a third of the ingest time.
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 16000',
  'cache_size = -65536',
  'busy_timeout = 5000',
  'foreign_keys = ON',
];

type Connection = { pragma(text: string): unknown };

/** On this connection and every later one; in-memory databases ignore WAL. */
export async function prepareSqlite(knex: Knex): Promise<void> {
  knex.client.pool?.on(
    'createSuccess',
    (_event: number, connection: Connection) => {
      for (const pragma of PRAGMAS) connection.pragma(pragma);
    },
  );
  for (const pragma of PRAGMAS) await knex.raw(`PRAGMA ${pragma}`);
}

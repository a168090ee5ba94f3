import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backend } from './sources.mjs';

const require = createRequire(
  new URL('../../plugins/supply-chain-backend/package.json', import.meta.url),
);

/** A migrated SQLite file as the backend opens it; `close` removes it. */
export async function openDatabase() {
  const { SupplyChainDatabase } = backend('database/SupplyChainDatabase.ts');
  const folder = mkdtempSync(join(tmpdir(), 'supply-chain-bench-'));
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'bench.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const database = await SupplyChainDatabase.create({
    getClient: async () => knex,
  });
  return {
    folder,
    knex,
    database,
    filename: join(folder, 'bench.sqlite'),
    /** better-sqlite3 itself on the same file, for what must cost as little as possible. */
    bare: (file = join(folder, 'bench.sqlite')) =>
      new (require('better-sqlite3'))(file),
    async close() {
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

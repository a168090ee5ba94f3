import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backend } from './sources.mjs';

const require = createRequire(
  new URL('../../plugins/supply-chain-backend/package.json', import.meta.url),
);

// A connection string of someone who may create databases
const postgres = process.env.BENCH_POSTGRES;

/** Engines to measure: SQLite, and PostgreSQL where `BENCH_POSTGRES` says where one is. */
export const engines = postgres ? ['sqlite', 'pg'] : ['sqlite'];

/** A migrated database as the backend opens it, of its own; `close` removes it. */
export async function openDatabase(engine = 'sqlite') {
  const { SupplyChainDatabase } = backend('database/SupplyChainDatabase.ts');
  const folder = mkdtempSync(join(tmpdir(), 'supply-chain-bench-'));
  const { knex, drop } =
    engine === 'pg' ? await openPostgres() : openSqlite(folder);
  const database = await SupplyChainDatabase.create({
    getClient: async () => knex,
  });
  return {
    engine,
    folder,
    knex,
    database,
    /** better-sqlite3 itself on the same file, for what must cost as little as possible. */
    bare: (file = join(folder, 'bench.sqlite')) =>
      new (require('better-sqlite3'))(file),
    async close() {
      await knex.destroy();
      await drop?.();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openSqlite(folder) {
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'bench.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  return { knex };
}

async function openPostgres() {
  const connect = connection => require('knex')({ client: 'pg', connection });
  const name = `supply_chain_bench_${randomBytes(4).toString('hex')}`;
  const own = new URL(postgres);
  own.pathname = name;
  const admin = async statement => {
    const knex = connect(postgres);
    await knex.raw(statement, [name]).finally(() => knex.destroy());
  };
  await admin('create database ??');
  return {
    knex: connect(own.href),
    drop: () => admin('drop database ??'),
  };
}

import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { cacheStatements } from './cacheStatements';
import { prepareSqlite } from './prepareSqlite';
import { takeTurns } from './takeTurns';

/** Holds the migrated database. Everything else is one operation a file. */
export class SupplyChainDatabase {
  readonly #knex: Knex;
  readonly #dialect: 'sqlite' | 'pg';

  static async create(database: DatabaseService): Promise<SupplyChainDatabase> {
    const knex = await database.getClient();
    const isSqlite = knex.client.config.client.includes('sqlite');
    if (isSqlite) await prepareSqlite(knex);
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@hotpass/backstage-plugin-supply-chain-backend',
          'migrations',
        ),
      });
    }
    if (isSqlite) {
      await cacheStatements(knex);
      takeTurns(knex);
    }
    return new SupplyChainDatabase(knex, isSqlite ? 'sqlite' : 'pg');
  }

  private constructor(knex: Knex, dialect: 'sqlite' | 'pg') {
    this.#knex = knex;
    this.#dialect = dialect;
  }

  get knex(): Knex {
    return this.#knex;
  }

  get dialect(): 'sqlite' | 'pg' {
    return this.#dialect;
  }

  /**
   * One short transaction, done again when PostgreSQL chose it as a deadlock's
   * victim or a serialisation failed. `work` must not reach outside.
   */
  async transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#knex.transaction(work);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (attempt >= 5 || (code !== '40P01' && code !== '40001')) throw error;
        await new Promise(done => setTimeout(done, attempt * 20));
      }
    }
  }
}

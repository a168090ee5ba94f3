import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fc from 'fast-check';
import { Knex } from 'knex';
import { decodeIds, diffSets, encodeIds } from './componentSet';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = resolvePackagePath(
  '@hotpass/backstage-plugin-supply-chain-backend',
  'migrations',
);

async function tables(knex: Knex): Promise<string[]> {
  const rows = knex.client.config.client.includes('pg')
    ? (
        await knex.raw(
          "select tablename as name from pg_tables where schemaname = 'public'",
        )
      ).rows
    : await knex.raw("select name from sqlite_master where type = 'table'");
  return rows
    .map((row: { name: string }) => row.name)
    .filter(
      (name: string) =>
        !name.startsWith('knex_') && !name.startsWith('sqlite_'),
    )
    .sort();
}

it.each(databases.eachSupportedId())(
  'migrates up, down and up again on %p',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    const before = await tables(knex);
    expect(before).toContain('evidence');
    await knex.migrate.rollback({ directory }, true);
    expect(await tables(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tables(knex)).toEqual(before);
  },
);

const sets = fc
  .uniqueArray(fc.nat({ max: 2_000_000_000 }), { maxLength: 50 })
  .map(ids => ids.sort((one, other) => one - other));

it('keeps every set of ids, and differences lead from one set to the other', () => {
  fc.assert(
    fc.property(sets, sets, (one, other) => {
      expect(decodeIds(encodeIds(one))).toEqual(one);
      const flagged = (ids: number[]) => ({
        ids,
        flags: Uint8Array.from(ids, id => id % 3),
      });
      const { gone, added } = diffSets(flagged(one), flagged(other));
      const after = new Set(one);
      for (const id of gone) after.delete(id);
      for (const { id } of added) after.add(id);
      expect([...after].sort((a, b) => a - b)).toEqual(other);
    }),
  );
});

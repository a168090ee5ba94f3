import { TestDatabases } from '@backstage/backend-test-utils';
import { cacheStatements } from './cacheStatements';

jest.setTimeout(60_000);

describe('cacheStatements', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('prepares a query once, and anew when the schema changed', async () => {
    const knex = await databases.init('SQLITE_3');
    const connection = await knex.client.acquireConnection();
    const prepare = jest.spyOn(Object.getPrototypeOf(connection), 'prepare');
    await knex.client.releaseConnection(connection);
    await cacheStatements(knex);
    await cacheStatements(knex);

    await knex.schema.createTable('thing', table => table.integer('a'));
    const times = (word: string) =>
      prepare.mock.calls.filter(([sql]) => String(sql).startsWith(word)).length;
    for (const a of [1, 2, 3]) {
      await knex.transaction(tx => tx('thing').insert({ a }));
      expect(await knex('thing').where({ a })).toEqual([{ a }]);
    }
    expect(times('insert')).toBe(1);
    expect(times('select')).toBe(1);

    await knex.schema.alterTable('thing', table => table.integer('b'));
    expect(await knex('thing').where({ a: 2 })).toEqual([{ a: 2, b: null }]);
    prepare.mockRestore();
  });

  it('writes the limit into a query, and prepares it once for each', async () => {
    const knex = await databases.init('SQLITE_3');
    const connection = await knex.client.acquireConnection();
    const prepare = jest.spyOn(Object.getPrototypeOf(connection), 'prepare');
    await knex.client.releaseConnection(connection);
    await cacheStatements(knex);
    await knex.schema.createTable('thing', table => table.integer('a'));
    await knex('thing').insert([1, 2, 3, 4].map(a => ({ a })));
    prepare.mockClear();
    for (const a of [1, 2, 3]) {
      const from = knex('thing').where('a', '>=', a).orderBy('a');
      expect(await from.clone().first()).toEqual({ a });
      expect(await from.clone().limit(2)).toEqual([{ a }, { a: a + 1 }]);
      expect(await from.clone().limit(1).offset(1)).toEqual([{ a: a + 1 }]);
    }
    const limits = prepare.mock.calls.map(([sql]) =>
      String(sql).replace(/.* limit/, 'limit'),
    );
    expect(limits.sort()).toEqual([
      'limit 1',
      'limit 2',
      'limit ?',
      'limit ? offset ?',
    ]);
    prepare.mockRestore();
  });
});

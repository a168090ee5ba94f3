import { TestDatabases } from '@backstage/backend-test-utils';
import { takeTurns } from './takeTurns';

jest.setTimeout(60_000);

describe('takeTurns', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  /** How many turns others had while many queries, and transactions, waited for each other. */
  async function turnsOfOthers(prepare: boolean): Promise<number> {
    const knex = await databases.init('SQLITE_3');
    if (prepare) takeTurns(knex);
    await knex.schema.createTable('thing', table => table.integer('a'));
    let turns = 0;
    let going = true;
    const count = () => {
      turns += 1;
      if (going) setImmediate(count);
    };
    setImmediate(count);
    const busy = () => {
      const end = performance.now() + 4;
      while (performance.now() < end);
    };
    await Promise.all(
      Array.from({ length: 40 }, async (_, a) => {
        if (a % 2) await knex.transaction(tx => tx('thing').insert({ a }));
        else await knex('thing').insert({ a });
        busy();
      }),
    );
    going = false;
    expect(await knex('thing').count('a as n')).toEqual([{ n: 40 }]);
    return turns;
  }

  it('gives others the loop again and again', async () => {
    const without = await turnsOfOthers(false);
    expect(await turnsOfOthers(true)).toBeGreaterThan(without + 5);
  });
});

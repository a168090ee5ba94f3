import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fc from 'fast-check';
import { Knex } from 'knex';
import { keepWorld, someone } from '../__testUtils__/keepWorld';
import { decodeIds, diffSets, encodeIds } from './componentSet';

jest.setTimeout(120_000);

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

/** A database in use: what later migrations add to is referred to, and filled in. */
async function fill(knex: Knex): Promise<() => Promise<void>> {
  const { send, holds, workers } = await keepWorld({ knex });
  await send('app', '1.0.0', 1);
  await send('app', '2.0.0', 2);
  await send('other', '1.0.0', 1);
  await holds.place({
    target: { query: { entities: 'component:*/*' } },
    reason: 'A dispute',
    reference: 'CASE-1',
    reviewAt: new Date('2999-01-01'),
    principal: someone('ada'),
  });
  const [{ sha256 }] = await knex('artifact');
  const policy = { sha256, policy_digest: `sha256:${sha256}` };
  await knex('verification').insert(
    ['', `file:${sha256}`].map(about => ({
      ...policy,
      about,
      assessment: '{}',
      verified_at: 1,
    })),
  );
  const [{ id }] = await knex('subject');
  await knex('trust_hold').insert({ subject_id: id, held_at: 1, reason: 'x' });
  const bytes = { condition: 'unreadable', condition_at: 1, checked_at: 1 };
  await knex('artifact').where({ sha256 }).update(bytes);
  return () => workers.close();
}

async function count(knex: Knex): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await tables(knex)) {
    const [row] = await knex(name).count({ rows: '*' });
    counts[name] = Number(row.rows);
  }
  return counts;
}

it.each(databases.eachSupportedId())(
  'takes back each migration with rows, loses none of older tables, and comes back on %p',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const close = await fill(knex);
    const { verification, ...full } = await count(knex);
    expect(full).toMatchObject({ evidence: 3, hold_cover: 2, subject: 2 });
    const [completed] = await knex.migrate.list({ directory });
    for (let left = completed.length - 1; left > 0; left -= 1) {
      await knex.migrate.down({ directory });
      const { verification: some, ...others } = await count(knex);
      // One by one, or with their table
      for (const [name, rows] of Object.entries(others)) {
        expect([name, rows]).toEqual([name, full[name] ?? 0]);
      }
      expect([undefined, 1, 2]).toContain(some);
    }
    expect(await knex('evidence').pluck('kind')).toHaveLength(3);
    await knex.migrate.latest({ directory });
    expect(await count(knex)).toMatchObject({
      evidence: 3,
      artifact: 2,
      retention_promise: 3,
    });
    await knex.migrate.rollback({ directory }, true);
    expect(await tables(knex)).toEqual([]);
    await close();
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

import { zstdCompressSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { encodeIds } from '../database/componentSet';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { ReadingCache } from './ReadingCache';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

it('unpacks a document once for all who wait, and remembers no failure', async () => {
  const knex = await databases.init('SQLITE_3');
  await SupplyChainDatabase.create({ getClient: async () => knex });
  const cache = new ReadingCache({ database: knex });
  await expect(cache.fragment(1)).rejects.toThrow('has not been read');
  await expect(cache.set(1)).rejects.toThrow('is not there');

  await knex('artifact').insert({
    sha256: 'a'.repeat(64),
    size: 1,
    stored_size: 1,
    store_key: 'a',
    created_at: 0,
    expires_at: 0,
  });
  await knex('reading').insert({
    id: 1,
    sha256: 'a'.repeat(64),
    reader_version: 1,
    summary: '{}',
    fragment: zstdCompressSync(Buffer.from('{"licences":["MIT"]}')),
  });
  await knex('component_set').insert({
    id: 1,
    reading_id: 1,
    count: 2,
    ids: encodeIds([3, 9]),
    flags: Buffer.from([0, 0]),
  });
  let queries = 0;
  knex.on('query', () => queries++);
  const fragments = await Promise.all([cache.fragment(1), cache.fragment(1)]);
  const sets = await Promise.all([cache.set(1), cache.set(1)]);
  expect(fragments[0]).toEqual({ licences: ['MIT'] });
  expect(fragments[1]).toBe(fragments[0]);
  expect(await cache.fragment(1)).toBe(fragments[0]);
  expect(sets).toEqual([
    [3, 9],
    [3, 9],
  ]);
  expect(await cache.set(1)).toBe(sets[0]);
  expect(queries).toBe(2);
});

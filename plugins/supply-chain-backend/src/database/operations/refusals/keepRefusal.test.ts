import { randomUUID } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { SupplyChainDatabase } from '../../SupplyChainDatabase';
import { deleteExpiredRefusals } from './deleteExpiredRefusals';
import { keepRefusal } from './keepRefusal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
const start = Date.parse('2026-01-01T00:00:00Z');

describe.each(databases.eachSupportedId())('keepRefusal on %p', id => {
  const setUp = async () => {
    const knex = await databases.init(id);
    await SupplyChainDatabase.create({ getClient: async () => knex });
    const refuse = (at: number, more: object = {}, line?: number) =>
      keepRefusal({
        tx: knex,
        uid: randomUUID(),
        arrival: {
          entityRef: 'component:default/App',
          version: '1.0.0',
          principal: { type: 'service', ref: 'external:ci' },
          via: 'http',
          ...more,
        },
        reason: { code: 'invalid-json', status: 400, reason: 'Not JSON', line },
        now: start + at * SECOND,
        expiresAt: start + at * SECOND + DAY,
      });
    return { knex, refuse };
  };

  it('counts what is repeated, and shows what was wrong the last time', async () => {
    const { knex, refuse } = await setUp();
    const uids = [];
    for (const at of [0, 50, 100]) uids.push(await refuse(at, {}, at));
    expect(new Set(uids).size).toBe(1);
    expect(await knex('refusal')).toHaveLength(1);
    const row = await knex('refusal').first();
    expect(row).toMatchObject({ uid: uids[0], times: 3, line_number: 100 });
    expect(Number(row.at)).toBe(start);
    expect(Number(row.last_at)).toBe(start + 100 * SECOND);
    expect(Number(row.expires_at)).toBe(start + 100 * SECOND + DAY);

    // Another place, sender or time is another refusal
    await refuse(101, { version: '2.0.0' });
    await refuse(101, { fileName: 'bom.json' });
    await refuse(101, { entityRef: undefined });
    await refuse(101, { principal: { type: 'service', ref: 'external:x' } });
    await refuse(161);
    expect(await knex('refusal').pluck('times')).toEqual([3, 1, 1, 1, 1, 1]);
  });

  it('keeps few rows of a sender that is refused without end', async () => {
    const { knex, refuse } = await setUp();
    for (let n = 0; n < 200; n += 1) {
      const uid = await refuse(n, { entityRef: `component:default/no-${n}` });
      expect(uid === undefined).toBe(n >= 60);
    }
    const other = { type: 'service', ref: 'external:other' };
    expect(await refuse(200, { principal: other })).toBeDefined();
    const rows = await knex('refusal')
      .where({ principal_ref: 'external:ci' })
      .orderBy('id');
    expect(rows).toHaveLength(61);
    const [unlisted] = rows.slice(-1);
    expect(unlisted).toMatchObject({
      code: 'invalid-json',
      times: 140,
      // Whose it was would be shown to everybody
      entity_ref: null,
      version: null,
    });
    // What goes wrong for one entity does not hide what does for another
    await knex('subject').insert(
      ['app', 'other'].map(name => ({
        uid: name,
        entity_ref: `component:default/${name}`,
        kind: 'component',
        namespace: 'default',
        name,
        expected: '[]',
        dots: '[]',
        created_at: start,
        state_since: start,
      })),
    );
    for (let n = 0; n < 70; n += 1) await refuse(200, { version: `1.${n}` });
    expect(
      await knex('refusal')
        .where({ entity_ref: 'component:default/app' })
        .orderBy('id', 'desc')
        .first(),
    ).toMatchObject({ times: 10, version: null, uid: expect.any(String) });
    const elsewhere = { entityRef: 'component:default/other' };
    expect(await refuse(200, elsewhere)).toBeDefined();
    // An hour later it is listed again
    expect(await refuse(2 * 3600)).toBeDefined();

    await deleteExpiredRefusals({ tx: knex, now: start + DAY + 300 * SECOND });
    expect(await knex('refusal')).toHaveLength(1);
  });
});

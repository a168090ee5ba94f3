import { TestDatabases } from '@backstage/backend-test-utils';
import { WhereUsedPage } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../authorization';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { encodeCursor } from '../service/cursor';
import { WhereUsed } from './WhereUsed';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const refOf = (at: number) =>
  `component:default/svc-${String(at).padStart(3, '0')}`;

/** Entities that all have `left@1`, every third `left@2` too, in two lines. */
async function fill(knex: Knex, from: number, to: number) {
  for (let at = from; at < to; at++) {
    await knex('subject').insert({
      id: at,
      uid: `s${at}`,
      // not in the order of the ids
      entity_ref: refOf((at * 37) % 400),
      kind: 'component',
      namespace: 'default',
      name: `svc-${at}`,
      expected: '[]',
      dots: '[]',
      created_at: 0,
      state_since: 0,
    });
    for (const [n, line] of ['main', '1.x'].entries()) {
      const id = at * 2 + n;
      await knex('stream').insert({ id, subject_id: at, line, name: 'app' });
      await knex('current_component').insert({
        component_id: 1,
        stream_id: id,
        flags: 1,
      });
      if (at % 3 === 0) {
        await knex('current_component').insert({
          component_id: 2,
          stream_id: id,
        });
      }
    }
  }
}

async function setUp(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  await SupplyChainDatabase.create({ getClient: async () => knex });
  await knex('package').insert({
    id: 1,
    key: 'pkg:npm/left',
    type: 'npm',
    name: 'left',
  });
  for (const [at, version] of ['1.0.0', '2.0.0', '3.0.0'].entries()) {
    await knex('component').insert({
      id: at + 1,
      package_id: 1,
      key: `pkg:npm/left@${version}`,
      name: 'left',
      version,
    });
  }
  const whereUsed = new WhereUsed({ database: knex });
  const asked: string[][] = [];
  const reader = (mayRead: (ref: string) => boolean) =>
    ({
      visible: async (refs: string[]) => {
        asked.push(refs);
        return new Set(refs.filter(mayRead));
      },
    } as unknown as GrantedList);
  async function pages(list: GrantedList, purl: string, limit: number) {
    const all: WhereUsedPage[] = [];
    let cursor: string | undefined;
    do {
      const page = await whereUsed.list(list, { purl, limit, cursor });
      all.push(page);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  }
  return { knex, whereUsed, reader, asked, pages };
}

const even = (ref: string) => Number(ref.slice(-1)) % 2 === 0;

describe.each(databases.eachSupportedId())('WhereUsed on %p', databaseId => {
  it('pages over what the reader may read, without loss, repetition or a trace of the rest', async () => {
    const { knex, whereUsed, reader, pages } = await setUp(databaseId);
    await fill(knex, 1, 61);
    const every = await pages(reader(even), 'pkg:npm/left', 7);
    const items = every.flatMap(page => page.items);
    const rows = await knex('current_component as u')
      .join('stream as t', 't.id', 'u.stream_id')
      .join('subject as s', 's.id', 't.subject_id')
      .select('s.entity_ref', 'u.component_id');
    const readable = rows.filter(row => even(row.entity_ref));
    expect(readable.length).toBeGreaterThan(20);
    expect(items.map(item => item.entityRef)).toEqual(
      readable.map(row => row.entity_ref).sort(),
    );
    expect(every.every(page => page.totalItems === readable.length)).toBe(true);
    expect(every.slice(0, -1).every(page => page.items.length === 7)).toBe(
      true,
    );
    const cursors = every.flatMap(page => page.nextCursor ?? []);
    for (const cursor of cursors) {
      const text = Buffer.from(cursor, 'base64url').toString();
      expect(even(/svc-\d{3}/.exec(text)?.[0] as string)).toBe(true);
    }
    const [one] = await pages(reader(even), 'pkg:npm/left@2.0.0', 500);
    expect(one.totalItems).toBe(
      readable.filter(row => row.component_id === 2).length,
    );
    expect(one.nextCursor).toBeUndefined();
    expect(one.items[0]).toMatchObject({
      stream: 'app',
      component: {
        key: 'pkg:npm/left@2.0.0',
        purl: 'pkg:npm/left@2.0.0',
        version: '2.0.0',
        type: 'npm',
        relation: 'unknown',
      },
    });
    // a cursor is of one reader's list no more than of another's
    const other = await whereUsed.list(
      reader(ref => !even(ref)),
      { purl: 'pkg:npm/left', limit: 7, cursor: cursors[0] },
    );
    expect(other.items.some(item => even(item.entityRef))).toBe(false);
    expect(other.totalItems).toBe(rows.length - readable.length);
  });

  it('asks about as many entities whether hidden ones are among them or not', async () => {
    const { knex, whereUsed, reader, asked } = await setUp(databaseId);
    await fill(knex, 1, 151);
    await knex('current_component').where('component_id', 2).del();
    await knex('current_component').insert({ component_id: 3, stream_id: 290 });
    const nobody = reader(() => false);
    const sizes = async (purl: string) => {
      asked.length = 0;
      const page = await whereUsed.list(nobody, { purl, limit: 50 });
      expect(page).toEqual({ items: [], totalItems: 0 });
      return asked.map(refs => new Set(refs).size);
    };
    expect(await sizes('pkg:npm/left@2.0.0')).toEqual([100]);
    expect(await sizes('pkg:npm/left@3.0.0')).toEqual([100]);
    expect(await sizes('pkg:npm/unheard-of')).toEqual([100]);
    expect(await sizes('pkg:npm/left')).toEqual([150]);
  });

  it('knows streams that came after it looked first', async () => {
    const { knex, reader, pages } = await setUp(databaseId);
    const everybody = reader(() => true);
    expect(await pages(everybody, 'pkg:npm/left', 5)).toEqual([
      { items: [], totalItems: 0 },
    ]);
    await fill(knex, 1, 2);
    const [page] = await pages(everybody, 'pkg:npm/left', 5);
    expect(page.items.map(item => item.entityRef)).toEqual([
      refOf(37),
      refOf(37),
    ]);
  });

  it('refuses what is no package and no cursor of this list', async () => {
    const { knex, whereUsed, reader } = await setUp(databaseId);
    await fill(knex, 1, 4);
    const list = reader(() => true);
    const ask = (purl: string, cursor?: string) =>
      whereUsed.list(list, { purl, cursor, limit: 1 });
    const { nextCursor } = await ask('pkg:npm/left');
    await expect(ask('left')).rejects.toThrow('is no package URL');
    for (const [purl, cursor] of [
      ['pkg:npm/left@1.0.0', nextCursor],
      ['pkg:npm/right', nextCursor],
      ['pkg:npm/left', encodeCursor('where-used', ['a', 'b', 'c', 'd'])],
    ]) {
      await expect(ask(purl as string, cursor)).rejects.toThrow(
        'The cursor is not one of this list',
      );
    }
    // characters that PostgreSQL keeps not
    for (const purl of ['pkg:npm/le%00ft', 'pkg:npm/left@1%00']) {
      expect(await ask(purl)).toEqual({ items: [], totalItems: 0 });
    }
  });
});

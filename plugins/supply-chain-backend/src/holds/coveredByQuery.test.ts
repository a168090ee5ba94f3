import { setImmediate } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { keepWorld, KeepWorld, someone } from '../__testUtils__/keepWorld';
import { GrantedList } from '../authorization';
import { lockKeeping } from '../database/operations/record/lockKeeping';
import { coverEarlierHolds } from './coverEarlierHolds';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const seeAll = { hidden: async () => new Set() } as unknown as GrantedList;

/** A catalog that tests write, instead of what the world begins with. */
function catalogOf(world: KeepWorld) {
  const entities = new Map<string, Entity>();
  const { catalog } = world;
  jest
    .spyOn(catalog, 'getEntityByRef')
    .mockImplementation(async ref => entities.get(String(ref)));
  jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation(async ({ entityRefs }) => ({
      items: entityRefs.map(ref => entities.get(ref)),
    }));
  jest.spyOn(catalog, 'queryEntities').mockImplementation(async () => ({
    items: [...entities.values()],
    totalItems: entities.size,
    pageInfo: {},
  }));
  return {
    write(name: string, owner: string, metadata: object = {}) {
      entities.set(`component:default/${name}`, {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default', uid: 'first', ...metadata },
        spec: { type: 'service', lifecycle: 'production' },
        relations: [{ type: 'ownedBy', targetRef: owner }],
      });
    },
    remove: (name: string) => entities.delete(`component:default/${name}`),
  };
}

const place = (world: KeepWorld, target: HoldTarget) =>
  world.holds.place({
    target,
    reason: 'A dispute',
    reference: 'CASE-1',
    reviewAt: new Date('2999-01-01'),
    principal: someone('ada'),
  });

describe.each(databases.eachSupportedId())('a hold by query on %p', id => {
  let world: KeepWorld;
  let catalog: ReturnType<typeof catalogOf>;

  beforeEach(async () => {
    world = await keepWorld({ knex: await databases.init(id) });
    catalog = catalogOf(world);
  });
  afterEach(() => world.workers.close());

  const covered = async (uid: string) =>
    (await world.holds.listEntities(seeAll, { uid, limit: 10 })).items.map(
      ({ entityRef, releases, matches, inCatalog }) => [
        entityRef.slice('component:default/'.length),
        { releases, matches, inCatalog },
      ],
    );
  const events = (type: string) =>
    world.knex('event').where({ type }).orderBy('id');

  it('gets what matches later, and loses nothing by an edit of the catalog', async () => {
    catalog.write('app', 'group:default/red', { tags: ['pii'] });
    catalog.write('other', 'group:default/blue');
    await world.sync.run();
    await world.send('app', '1.0.0', 1);
    await world.send('other', '1.0.0', 2);
    const { id: uid, covers } = await place(world, {
      query: { owner: 'group:default/red' },
    });
    expect(covers).toMatchObject({ entities: 1, releases: 1, evidence: 1 });

    catalog.write('app', 'group:default/blue');
    catalog.write('other', 'group:default/red');
    await world.sync.run();
    catalog.write('other', 'group:default/blue');
    await world.sync.run();
    const stays = { releases: 1, matches: false, inCatalog: true };
    expect(await covered(uid)).toEqual([
      ['app', stays],
      ['other', stays],
    ]);
    expect(await events('hold-extended')).toHaveLength(1);

    // Gone, and registered again under another uid by who knows whom
    catalog.remove('app');
    await world.sync.run();
    expect(await covered(uid)).toContainEqual([
      'app',
      { ...stays, inCatalog: false },
    ]);
    catalog.write('app', 'group:default/green', { uid: 'second' });
    await world.sync.run();
    await world.send('app', '2.0.0', 3);
    expect(await covered(uid)).toContainEqual([
      'app',
      { ...stays, releases: 2 },
    ]);

    await world.holds.lift({ uid, reason: 'over', principal: someone('eve') });
    const [hold] = await world.holds.list(seeAll, {});
    expect(hold.covers).toMatchObject({ entities: 0, evidence: 0 });
    expect(await covered(uid)).toEqual([]);
  });

  it('covers an entity that matches from the first moment it is known', async () => {
    const { id: uid } = await place(world, {
      query: { labels: { tier: 'one' }, tags: ['pii', 'java'] },
    });
    catalog.write('app', 'group:default/red', {
      labels: { tier: 'one', other: 'x' },
      tags: ['java', 'pii'],
    });
    catalog.write('other', 'group:default/red', {
      labels: { tier: 'two' },
      tags: ['java', 'pii'],
    });
    await world.send('app', '1.0.0', 1);
    await world.send('other', '1.0.0', 1);
    expect(await covered(uid)).toEqual([
      ['app', { releases: 1, matches: true, inCatalog: true }],
    ]);
    // An erasure of what it holds is refused
    const { sha256 } = await world.knex('evidence').first();
    const { id: erasure } = await world.erasures.request({
      digest: `sha256:${sha256}`,
      legalBasis: 'GDPR 17',
      reason: 'asked',
      principal: someone('ada'),
    });
    const approve = { uid: erasure, reason: 'yes', principal: someone('eve') };
    await expect(world.erasures.approve(approve)).rejects.toThrow('hold');
  });

  it('that was placed before covers were written down gets its own at the start', async () => {
    catalog.write('app', 'group:default/red');
    await world.sync.run();
    await world.send('app', '1.0.0', 1);
    const { id: uid } = await place(world, {
      query: { entities: 'component:*/*' },
    });
    await world.knex('hold_cover').delete();
    await world.knex('hold').update({ covered_at: null });
    expect(await covered(uid)).toHaveLength(1);
    await coverEarlierHolds(world.database, Date.now());
    await coverEarlierHolds(world.database, Date.now());
    expect(await world.knex('hold_cover')).toHaveLength(1);
  });

  // SQLite has one writer, which waits for nobody
  const itOnPg = id === 'POSTGRES_15' ? it : it.skip;
  itOnPg('has no release locked while it waits for its turn', async () => {
    catalog.write('app', 'group:default/red');
    await world.send('app', '1.0.0', 1);
    await world.queue.judgeAll();
    catalog.write('app', 'group:default/blue');
    const { knex } = world;
    let writing: Promise<void> | undefined;
    await knex.transaction(async tx => {
      await lockKeeping(tx);
      writing = world.sync.run();
      const waiting = () =>
        knex('pg_locks')
          .join('pg_database as d', 'd.oid', 'pg_locks.database')
          .whereRaw('d.datname = current_database()')
          .where({ locktype: 'advisory', granted: false });
      while ((await waiting()).length === 0) await setImmediate();
      await tx('release').forUpdate().noWait();
    });
    await writing;
    const [{ owner_ref: owner }] = await knex('subject');
    // eslint-disable-next-line jest/no-standalone-expect
    expect(owner).toBe('group:default/blue');
  });

  it('names no person in the ledger', async () => {
    catalog.write('app', 'user:default/ann');
    await world.sync.run();
    await place(world, { query: { owner: 'user:default/ann' } });
    catalog.write('app', 'user:default/bob');
    await world.sync.run();
    const leaves = await world.knex('event').pluck('leaf');
    const texts = leaves.map(String);
    expect(texts.join()).not.toMatch(/ann|bob/);
    expect(texts.join()).toContain('entity-owner-changed');
  });
});

import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { companionRefOf } from '@hotpass/backstage-plugin-supply-chain-node';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { DefaultHoldService } from '../holds/DefaultHoldService';
import { DefaultInventoryService } from '../inventory/DefaultInventoryService';
import { ReadingCache } from '../inventory/ReadingCache';
import { DefaultPostureService } from '../posture/DefaultPostureService';
import { DefaultMirrorService } from './DefaultMirrorService';
import { mirrorStateOf } from './mirrorStateOf';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const here = { target: 'here', layout: '1' };
const there = { target: 'there', layout: '1' };
const app = 'component:default/app';
const etag = 'e'.repeat(64);

describe.each(databases.eachSupportedId())('the mirror on %p', id => {
  let world: Awaited<ReturnType<typeof setUp>>;

  async function setUp() {
    const knex = await databases.init(id);
    const workers = standInWorkers();
    const side = await writeSideOf({
      knex,
      workers,
      entities: ['app', 'bare'],
    });
    const cache = new ReadingCache({ database: knex });
    let now = Date.now();
    const mirrorOf = () =>
      new DefaultMirrorService({
        database: side.database,
        audit: side.audit,
        signals: side.signals,
        posture: new DefaultPostureService({
          database: knex,
          cache,
          stages: new Map(),
        }),
        inventory: new DefaultInventoryService({
          database: knex,
          store: side.store,
          cache,
          liveAfterGoneMs: 0,
        }),
        now: () => now,
      });
    await side.sync.run();
    const send = (version: string, channel: 'release' | 'change' = 'release') =>
      side.intake.submit({
        body: Readable.from([
          cycloneDx({ name: 'app', version }, [`left@${version}`]),
        ]),
        entityRef: app,
        version,
        channel,
        principal: { type: 'user', ref: 'user:default/jane' },
        via: 'http',
        permitted: { madeAt: false },
      });
    return {
      ...side,
      knex,
      mirror: mirrorOf(),
      mirrorOf,
      send,
      pass: (ms: number) => {
        now += ms;
      },
      state: () => mirrorStateOf({ tx: knex, entityRef: app, now }),
    };
  }

  beforeEach(async () => {
    world = await setUp();
  });
  afterEach(async () => {
    await world.workers.close();
  });

  async function publish(target = here) {
    const claim = await world.mirror.claim(target, app);
    await world.mirror.settle(claim!.id, { outcome: 'published', etag });
    return claim!;
  }

  it('shows nothing of entities without evidence of a release', async () => {
    await world.send('1@abc', 'change');
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
    await expect(world.mirror.listCompanions({ limit: 5 })).resolves.toEqual({
      items: [],
    });
    await expect(world.state()).resolves.toBeUndefined();
  });

  it('is due after each arrival until it is published, for each place by itself', async () => {
    await world.send('1.0.0');
    // Without a mirror, nothing is announced
    await expect(world.state()).resolves.toBeUndefined();
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
    await expect(world.state()).resolves.toEqual({
      companionRef: companionRefOf(app),
      state: 'publishing',
    });
    const claim = await publish();
    expect(claim).toMatchObject({
      entityRef: app,
      interrupted: false,
      facts: {
        posture: { release: { version: '1.0.0' } },
        components: { totalItems: 1 },
        releases: [{ evidence: [{ kind: 'sbom' }] }],
        receipts: [{ from: { ref: 'user:default/jane' } }],
        promises: [{ holds: [] }],
        tombstones: [],
      },
    });
    expect(claim.facts!.posture.mirror).toBeUndefined();
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
    await expect(world.state()).resolves.toMatchObject({ state: 'published' });
    await expect(world.mirror.listDue(there)).resolves.toEqual([app]);
    await expect(world.state()).resolves.toMatchObject({ state: 'publishing' });
    await publish(there);
    await expect(world.state()).resolves.toMatchObject({ state: 'published' });
    await world.send('1.0.1');
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
    const state = await world.state();
    expect(state).toMatchObject({ state: 'publishing' });
    expect(state!.publishedAt).toBeDefined();
    await expect(
      world.mirror.listDue({ ...there, layout: '2' }),
    ).resolves.toEqual([app]);
  });

  it('is due when a hold is placed or lifted, which is of no single entity', async () => {
    await world.send('1.0.0');
    await publish();
    const holds = new DefaultHoldService({ database: world.database });
    const placed = await holds.place({
      target: { entityRef: app },
      reason: 'A dispute',
      reference: 'CASE-1',
      reviewAt: new Date('2999-01-01'),
      principal: { type: 'user', ref: 'user:default/ada' },
    });
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
    const claim = await publish();
    expect(claim.facts!.promises).toMatchObject([{ holds: [{}] }]);
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
    const principal = { type: 'user', ref: 'user:default/bob' } as const;
    await holds.lift({ uid: placed.id, reason: 'over', principal });
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
  });

  it('lists companions with what the catalog said of their entity', async () => {
    await world.send('1.0.0');
    await expect(
      world.mirror.listCompanions({ limit: 1, entityRef: app }),
    ).resolves.toEqual({
      items: [
        expect.objectContaining({
          entityRef: app,
          companionRef: 'resource:default/evidence-component-app',
        }),
      ],
    });
    await world.knex('subject').update({ gone_at: Date.now() });
    await expect(world.mirror.listCompanions({ limit: 1 })).resolves.toEqual({
      items: [],
    });
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
  });

  it('lets one publisher at a time have a site, also of several processes', async () => {
    await world.send('1.0.0');
    await world.mirror.listDue(here);
    const publishers = Array.from({ length: 6 }, () => world.mirrorOf());
    const claims = await Promise.all(
      publishers.map(publisher => publisher.claim(here, app)),
    );
    const [claim, ...others] = claims.filter(Boolean);
    expect(claim).toBeDefined();
    expect(others).toEqual([]);
    // Another place is another site
    await expect(world.mirror.claim(there, app)).resolves.toBeDefined();
  });

  it('gives a site that was begun and not ended to the next, marked so', async () => {
    await world.send('1.0.0');
    const killed = await world.mirror.claim(here, app);
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
    world.pass(20_000);
    await world.mirror.renew(killed!.id);
    world.pass(20_000);
    await expect(world.mirror.claim(here, app)).resolves.toBeUndefined();
    world.pass(20_000);
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
    const next = await world.mirror.claim(here, app);
    expect(next).toMatchObject({ interrupted: true });
    for (const late of [
      world.mirror.renew(killed!.id),
      world.mirror.settle(killed!.id, { outcome: 'published', etag }),
    ]) {
      await expect(late).rejects.toMatchObject({ name: 'ConflictError' });
    }
    await world.mirror.settle(next!.id, { outcome: 'published', etag });
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
  });

  it('tries a failed site again, later and later', async () => {
    await world.send('1.0.0');
    const waits = [5_000, 10_000, 20_000];
    for (const wait of waits) {
      const claim = await world.mirror.claim(here, app);
      await world.mirror.settle(claim!.id, { outcome: 'failed' });
      world.pass(wait - 1);
      await expect(world.mirror.listDue(here)).resolves.toEqual([]);
      await expect(world.mirror.claim(here, app)).resolves.toBeUndefined();
      world.pass(1);
      await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
    }
    await publish();
    await expect(world.mirror.listDue(here)).resolves.toEqual([]);
  });

  it('makes a site due that changed while it was published', async () => {
    await world.send('1.0.0');
    const claim = await world.mirror.claim(here, app);
    await world.send('1.0.1');
    await world.mirror.settle(claim!.id, { outcome: 'published', etag });
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
  });

  it('claims a site without facts once all its evidence is gone', async () => {
    await world.send('1.0.0');
    await publish();
    const [evidence] = await world.knex('evidence').select('id');
    await world.knex('current_component').delete();
    await world.knex('retention_promise').delete();
    await world.knex('evidence').where(evidence).delete();
    const [last] = await world.knex('event').orderBy('id', 'desc').limit(1);
    await world.knex('event').insert({ ...last, id: Number(last.id) + 1 });
    await expect(world.mirror.listDue(here)).resolves.toEqual([app]);
    const claim = await world.mirror.claim(here, app);
    expect(claim).toBeDefined();
    expect(claim!.facts).toBeUndefined();
  });
});

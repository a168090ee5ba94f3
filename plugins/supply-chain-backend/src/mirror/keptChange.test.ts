import { TestDatabases } from '@backstage/backend-test-utils';
import { DAY, keepWorld, KeepWorld, someone } from '../__testUtils__/keepWorld';
import { DefaultInventoryService } from '../inventory/DefaultInventoryService';
import { ReadingCache } from '../inventory/ReadingCache';
import { DefaultPostureService } from '../posture/DefaultPostureService';
import { DefaultMirrorService } from './DefaultMirrorService';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const here = { target: 'here', layout: '1' };
const all = ['app', 'lib', 'tool'];
const refOf = (name: string) => `component:default/${name}`;
const everyone = async (refs: readonly string[]) => new Set(refs);
const ofApp = { name: 'app', match: { entities: { name: 'app' } } };

describe.each(databases.eachSupportedId())('how it is kept, on %p', id => {
  let world: KeepWorld;
  let mirror: DefaultMirrorService;
  let later: number;

  beforeEach(async () => {
    const knex = await databases.init(id);
    later = 0;
    world = await keepWorld({ knex, entities: all });
    const cache = new ReadingCache({ database: knex });
    mirror = new DefaultMirrorService({
      database: world.database,
      audit: world.audit,
      posture: new DefaultPostureService({
        database: knex,
        cache,
        stages: new Map(),
      }),
      inventory: new DefaultInventoryService({
        database: knex,
        store: world.store,
        cache,
        liveAfterGoneMs: 0,
      }),
      now: () => Date.now() + later,
    });
    await world.sync.run();
    for (const [at, name] of all.entries()) {
      await world.send(name, '1.0.0', at + 1);
      await publish(name);
    }
  });
  afterEach(async () => {
    await world.workers.close();
  });

  const due = async () =>
    (await mirror.listDue(here)).map(ref => ref.split('/')[1]);

  /** Gives what the entity's pages are made from. */
  async function publish(name: string) {
    const claim = (await mirror.claim(here, refOf(name)))!;
    const etag = 'e'.repeat(64);
    await mirror.settle(claim.id, { outcome: 'published', etag });
    return claim.facts!;
  }

  const daysKept = async (name: string) => {
    const [{ until }] = (await publish(name)).promises;
    return Math.round((Date.parse(until) - Date.now()) / DAY);
  };

  async function shorten(retention: object, name: string) {
    const { proposals } = world.withConfig(retention);
    const open = await proposals.propose(
      { class: name, reason: 'Too long', principal: someone('ada') },
      everyone,
    );
    // It tries the very change, and takes it back
    expect(await due()).toEqual([]);
    return () =>
      proposals.approve(
        { uid: open.id, reason: 'Agreed', principal: someone('bob') },
        everyone,
      );
  }

  it('is due for nothing once it was published', async () => {
    expect(await due()).toEqual([]);
    await world.task.run();
    expect(await due()).toEqual([]);
  });

  it('makes exactly those pages due for which a longer class promises more', async () => {
    const longer = { classes: [{ ...ofApp, minimum: { days: 800 } }] };
    await world.withConfig(longer).task.run();
    expect(await due()).toEqual(['app']);
    expect(await daysKept('app')).toBe(800);
    await world.withConfig(longer).task.run();
    expect(await due()).toEqual([]);
    // It says less than the default, so nothing on any page
    const further = { name: 'lib', match: { entities: { name: 'lib' } } };
    await world
      .withConfig({
        classes: [...longer.classes, { ...further, minimum: { days: 5 } }],
      })
      .task.run();
    expect(await due()).toEqual([]);
  });

  it('makes exactly those due whose promises two people shortened', async () => {
    const withApp = { classes: [{ ...ofApp, minimum: { days: 800 } }] };
    await world.withConfig(withApp).task.run();
    await publish('app');
    const approve = await shorten({ classes: [] }, 'app');
    await approve();
    expect(await due()).toEqual(['app']);
    expect(await daysKept('app')).toBe(365);
    const byDefault = await shorten({ default: { days: 90 } }, 'default');
    await byDefault();
    expect((await due()).sort()).toEqual(all);
    expect(await daysKept('tool')).toBe(90);
  });

  it('takes as many statements for many releases as for one', async () => {
    let statements = 0;
    world.knex.on('query', () => {
      statements += 1;
    });
    const count = async (days: number) => {
      const approve = await shorten({ default: { days } }, 'default');
      statements = 0;
      await approve();
      const taken = statements;
      for (const name of all) await publish(name);
      return taken;
    };
    await world.task.run();
    const few = await count(300);
    for (let release = 2; release < 30; release += 1) {
      await world.send('app', `${release}.0.0`, 100 + release);
    }
    await publish('app');
    expect(await count(200)).toBe(few);
  });

  it('makes exactly those due that a hold covers, when it is placed and lifted', async () => {
    const place = (target: object) =>
      world.holds.place({
        target,
        reason: 'A dispute',
        reference: 'CASE-1',
        reviewAt: new Date('2999-01-01'),
        principal: someone('ada'),
      });
    const hold = await place({ entityRef: refOf('lib') });
    expect(await due()).toEqual(['lib']);
    expect((await publish('lib')).promises).toMatchObject([{ holds: [{}] }]);
    const lift = { reason: 'Over', principal: someone('bob') };
    await world.holds.lift({ ...lift, uid: hold.id });
    expect(await due()).toEqual(['lib']);
    expect((await publish('lib')).promises).toMatchObject([{ holds: [] }]);
    const wide = await place({ query: { entities: 'component:*/*' } });
    expect((await due()).sort()).toEqual(all);
    for (const name of all) await publish(name);
    await world.holds.review({
      uid: wide.id,
      reviewAt: new Date('2999-02-01'),
    });
    expect(await due()).toEqual([]);
    const change = await world.send('tool', '9@abc', 9, 'change');
    await publish('tool');
    await place({ releaseId: change.releaseUid });
    expect(await due()).toEqual([]);
  });

  it('makes those due when a hold by query is lifted that no longer match it', async () => {
    const ownedBy = (owner: string) =>
      world
        .knex('subject')
        .where({ entity_ref: refOf('app') })
        .update({ owner_ref: owner });
    await ownedBy('group:default/red');
    const { id: uid } = await world.holds.place({
      target: { query: { owner: 'group:default/red' } },
      reason: 'A dispute',
      reference: 'CASE-1',
      reviewAt: new Date('2999-01-01'),
      principal: someone('ada'),
    });
    await ownedBy('group:default/blue');
    expect(await due()).toEqual(['app']);
    expect((await publish('app')).promises).toMatchObject([{ holds: [{}] }]);
    expect(await due()).toEqual([]);
    await world.holds.lift({ uid, reason: 'Over', principal: someone('bob') });
    expect(await due()).toEqual(['app']);
    expect((await publish('app')).promises).toMatchObject([{ holds: [] }]);
  });

  it('says that a promise waits for its start, and follows when it comes', async () => {
    const support = { ...ofApp, start: 'end-of-support', minimum: { days: 1 } };
    const { task, retirements } = world.withConfig({ classes: [support] });
    await task.run();
    expect(await due()).toEqual(['app']);
    expect((await publish('app')).promises).toMatchObject([
      { open: true, rule: 'app' },
    ]);
    await retirements.record({
      entityRef: refOf('app'),
      channel: 'release',
      version: '1.0.0',
      supportUntil: '2099-12-31T00:00:00Z',
      principal: someone('ada'),
    });
    expect(await due()).toEqual(['app']);
    const [promise] = (await publish('app')).promises;
    expect(promise.until).toMatch(/^2100-01-01/);
    expect(promise.open).toBeUndefined();
  });

  it('makes a site due again that was being published, or was left half there', async () => {
    const longer = (days: number) =>
      world
        .withConfig({ classes: [{ ...ofApp, minimum: { days } }] })
        .task.run();
    await longer(800);
    const claim = (await mirror.claim(here, refOf('app')))!;
    await longer(900);
    const etag = 'f'.repeat(64);
    await mirror.settle(claim.id, { outcome: 'published', etag });
    expect(await due()).toEqual(['app']);
    expect(await daysKept('app')).toBe(900);
    await longer(1000);
    await mirror.claim(here, refOf('app'));
    later = 31_000;
    const next = await mirror.claim(here, refOf('app'));
    expect(next).toMatchObject({ interrupted: true });
    await mirror.settle(next!.id, { outcome: 'unchanged' });
    expect(await due()).toEqual([]);
  });

  it('puts what happened before what is only kept for longer', async () => {
    await world.withConfig({ default: { days: 800 } }).task.run();
    await world.send('tool', '2.0.0', 20);
    const [first, ...others] = await due();
    expect(first).toBe('tool');
    expect(others.sort()).toEqual(['app', 'lib']);
  });
});

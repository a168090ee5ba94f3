import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  DAY,
  keepWorld,
  KeepWorld,
  someone,
} from '../../__testUtils__/keepWorld';
import { ReminderTask } from './ReminderTask';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const app = 'component:default/app';
const MINUTE = 60_000;

describe.each(databases.eachSupportedId())('reminders on %p', id => {
  let world: KeepWorld;
  let now: number;

  beforeEach(async () => {
    world = await keepWorld({ knex: await databases.init(id) });
    now = Date.parse('2027-01-01T00:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    await world.send('app', '1.0.0', 1);
    await world.send('other', '1.0.0', 2);
    await world
      .knex('subject')
      .where({ entity_ref: app })
      .update({ owner_ref: 'group:default/team' });
    await world
      .knex('subject')
      .whereNot({ entity_ref: app })
      .update({ owner_ref: 'group:default/others' });
    await world.queue.judgeAll();
    world.events.publish.mockClear();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Another process over the same database. */
  const replica = () => {
    const logger = mockServices.logger.mock();
    const task = new ReminderTask({
      database: world.database,
      retention: world.config.retention,
      events: world.events,
      notifications: world.notifications,
      logger,
    });
    return { task, logger };
  };
  const place = (target: object, principal: object = someone('legal')) =>
    world.holds.place({
      target,
      reason: 'A secret dispute',
      reference: 'CASE-1',
      reviewAt: new Date(now + 30 * DAY),
      principal: principal as ReturnType<typeof someone>,
    });
  const sent = () => {
    const calls = world.notifications.send.mock.calls as unknown as [any][];
    world.notifications.send.mockClear();
    return calls.map(([{ recipients, payload }]) => ({
      to: recipients.entityRef,
      ...payload,
    }));
  };
  const published = () => {
    const calls = world.events.publish.mock.calls as unknown as [any][];
    world.events.publish.mockClear();
    return calls.map(([{ eventPayload }]) => eventPayload);
  };

  it('tells who placed the hold and the owner, once for each due date', async () => {
    const hold = await place({ entityRef: app });
    const [one, other] = [replica().task, replica().task];
    now += 29 * DAY;
    await one.run();
    expect(sent()).toEqual([]);
    now += DAY;
    await Promise.all([one.run(), other.run()]);
    await one.run();
    const [toPlacer, toOwner, ...more] = sent();
    expect(more).toEqual([]);
    expect(toPlacer).toMatchObject({
      to: 'user:default/legal',
      title: 'Review your legal hold CASE-1',
      link: '/supply-chain/retention?retention.part=holds',
    });
    expect(toOwner).toMatchObject({
      to: 'group:default/team',
      title: `A legal hold on ${app} is due for review`,
    });
    // Why it is held is not the owner's to know
    expect(JSON.stringify(toOwner)).not.toMatch(/CASE-1|secret/);
    expect(toPlacer.scope).not.toBe(toOwner.scope);
    expect(published()).toEqual([
      {
        type: 'hold-review-due',
        holdId: hold.id,
        placedBy: 'user:default/legal',
        reviewAt: '2027-01-31T00:00:00.000Z',
      },
    ]);

    const reviewAt = new Date(now + DAY);
    await world.holds.review({ uid: hold.id, reviewAt });
    now += DAY;
    await Promise.all([one.run(), other.run()]);
    const again = sent();
    expect(again).toHaveLength(2);
    expect(again[0].scope).not.toBe(toPlacer.scope);
  });

  it('says nothing of a lifted hold, and nothing to services', async () => {
    const lifted = await place({ entityRef: app });
    await world.holds.lift({
      uid: lifted.id,
      reason: 'Settled',
      principal: someone('other'),
    });
    await place(
      { query: { entities: 'component:*/*' } },
      { type: 'service', ref: 'external:ci' },
    );
    now += 30 * DAY;
    await replica().task.run();
    // Each hears of its own entities alone
    expect(sent().map(({ to, title }) => [to, title])).toEqual([
      ['group:default/team', `A legal hold on ${app} is due for review`],
      [
        'group:default/others',
        'A legal hold on component:default/other is due for review',
      ],
    ]);
  });

  it('sends later what could not be sent, also after a kill', async () => {
    await place({ entityRef: app });
    now += 30 * DAY;
    const { task, logger } = replica();
    world.notifications.send.mockRejectedValueOnce(
      new Error('Failed to send notifications: Error: fetch failed'),
    );
    await task.run();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    // One that fails holds up neither the event nor the others
    expect(published()).toHaveLength(1);
    expect(sent().map(({ to }) => to)).toEqual([
      'user:default/legal',
      'group:default/team',
    ]);
    // Still taken, as by a replica that was killed while it sent
    now += 10 * MINUTE;
    await task.run();
    expect(sent()).toEqual([]);
    now += 10 * MINUTE;
    await replica().task.run();
    expect(sent().map(({ to }) => to)).toEqual(['user:default/legal']);
    expect(published()).toEqual([]);
    now += DAY;
    await replica().task.run();
    expect(sent()).toEqual([]);
  });

  it('repeats nothing that is out while somebody cannot be reached', async () => {
    const hold = await place({ entityRef: app });
    now += 30 * DAY;
    world.notifications.send.mockImplementation((async ({
      recipients,
    }: any) => {
      if (recipients.entityRef !== 'group:default/team') return;
      throw new Error(
        'Failed to send notifications: Error: Request failed with status 404',
      );
    }) as never);
    const { task, logger } = replica();
    await task.run();
    for (let run = 0; run < 3; run += 1) {
      now += 20 * MINUTE;
      await task.run();
    }
    expect(published()).toHaveLength(1);
    expect(sent().filter(({ to }) => to === 'user:default/legal')).toHaveLength(
      1,
    );
    // The plugin is there, it took the other one
    expect(logger.warn).toHaveBeenCalledTimes(4);
    // Another date is another reminder
    const reviewAt = new Date(now + DAY);
    await world.holds.review({ uid: hold.id, reviewAt });
    now += DAY;
    await task.run();
    expect(sent().map(({ to }) => to)).toContain('user:default/legal');
  });

  it('sends nothing of a hold that is lifted between look and sending', async () => {
    const first = await place({ entityRef: app });
    const second = await place({ entityRef: app });
    now += 30 * DAY;
    let isLifted = false;
    world.events.publish.mockImplementation(async () => {
      if (isLifted) return;
      isLifted = true;
      const lift = { reason: 'Settled', principal: someone('other') };
      await world.holds.lift({ ...lift, uid: second.id });
    });
    await replica().task.run();
    expect(published().map(({ holdId }) => holdId)).toEqual([first.id]);
  });

  it('is content with events in a portal without the notifications plugin', async () => {
    await place({ entityRef: app });
    await place({ entityRef: 'component:default/other' });
    now += 30 * DAY;
    const { task, logger } = replica();
    world.notifications.send.mockRejectedValue(
      new Error(
        'Failed to send notifications: Error: Request failed with status 404',
      ),
    );
    await task.run();
    expect(published()).toHaveLength(2);
    expect(logger.warn).not.toHaveBeenCalled();
    const said = logger.info.mock.calls.filter(([line]) =>
      line.includes('no notifications plugin'),
    );
    expect(said).toHaveLength(1);
    now += DAY;
    await task.run();
    expect(published()).toEqual([]);
  });

  it('tells the owner when the newest release is no longer live, each time anew', async () => {
    const { task } = replica();
    const leave = (at: number | null) =>
      world
        .knex('subject')
        .where({ entity_ref: app })
        .update({
          gone_at: at,
          ...(at === null && { live_end_told_at: null }),
        });
    await leave(now);
    now += 89 * DAY;
    await task.run();
    expect(sent()).toEqual([]);
    now += DAY;
    await Promise.all([task.run(), replica().task.run()]);
    const [told, ...more] = sent();
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      to: 'group:default/team',
      title: `${app} 1.0.0 no longer counts as live`,
    });
    expect(told.description).toContain(
      'left the catalog on 2027-01-01, and the time after that was over on 2027-04-01',
    );
    expect(published()).toEqual([
      { type: 'live-ended', entityRef: app, owner: 'group:default/team' },
    ]);
    await leave(null);
    await leave(now);
    now += 90 * DAY;
    await task.run();
    expect(sent()).toHaveLength(1);
  });
});

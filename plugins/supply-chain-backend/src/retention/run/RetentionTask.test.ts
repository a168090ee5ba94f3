import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DAY,
  keepWorld,
  KeepWorld,
  someone,
} from '../../__testUtils__/keepWorld';
import { Pace } from './Pace';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('retention on %p', id => {
  let world: KeepWorld;
  let now: number;

  beforeEach(async () => {
    world = await keepWorld({ knex: await databases.init(id) });
    now = Date.parse('2027-01-01T00:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** As scheduled, so that the clock is never thought wrong. */
  const days = async (count: number, { task } = world) => {
    for (let day = 0; day < count; day += 7) {
      now += Math.min(7, count - day) * DAY;
      await task.run();
    }
  };
  const uids = async () =>
    (await world.knex('evidence').orderBy('id')).map(row => row.uid);
  const filesThere = async () => {
    const names: string[] = [];
    for await (const { sha256 } of world.store.list()) names.push(sha256!);
    return names;
  };

  it('waits once for each deletion, however many there are', async () => {
    const paced = jest.spyOn(Pace.prototype, 'after').mockResolvedValue();
    const rate = 30;
    const several = rate + 10;
    for (let document = 1; document <= several; document += 1) {
      await world.send('app', '1.0.0', document);
    }
    await world.send('app', '2.0.0', several + 1);
    const { task } = world.withConfig({ run: { rate, alarm: { share: 1 } } });
    await days(365 + 21, { task } as typeof world);
    expect(await world.knex('tombstone')).toHaveLength(several);
    const told = paced.mock.calls.map(([count]) => count);
    expect(told.filter(count => count > 0)).toEqual([rate, several - rate]);
  });

  it('marks what expired, spares what is kept again, and deletes after the grace period', async () => {
    const old = await world.send('app', '1.0.0', 1);
    await world.send('app', '2.0.0', 2);
    await days(365);
    expect(
      await world.knex('evidence').whereNotNull('marked_at'),
    ).toMatchObject([{ uid: old.evidenceUid }]);
    const hold = await world.holds.place({
      target: { entityRef: 'component:default/app' },
      reason: 'A dispute',
      reference: 'CASE-1',
      reviewAt: new Date(now + 90 * DAY),
      principal: someone('legal'),
    });
    expect(hold.covers.evidence).toBe(2);
    await days(7);
    expect(await world.knex('evidence').whereNotNull('marked_at')).toEqual([]);
    const lift = (name: string) =>
      world.holds.lift({
        uid: hold.id,
        reason: 'Settled',
        principal: someone(name),
      });
    await expect(lift('legal')).rejects.toThrow('another person');
    await lift('other');
    await expect(lift('other')).rejects.toThrow('lifted before');
    await days(7);
    expect(await uids()).toHaveLength(2);
    await days(7);
    // The newest is live, however old
    expect(await uids()).not.toContain(old.evidenceUid);
    expect(await uids()).toHaveLength(1);
    expect(await filesThere()).toHaveLength(1);
    const [tombstone] = await world.knex('tombstone');
    expect(tombstone).toMatchObject({
      evidence_uid: old.evidenceUid,
      entity_ref: 'component:default/app',
      version: '1.0.0',
      kind: 'sbom',
      rule: 'default',
    });
    const events = await world
      .knex('event')
      .where('type', 'like', 'evidence-%')
      .orderBy('id');
    expect(events.map(({ type }) => type)).toEqual([
      'evidence-accepted',
      'evidence-accepted',
      'evidence-marked',
      'evidence-spared',
      'evidence-marked',
      'evidence-deleted',
    ]);
    for (const table of [
      'receipt',
      'reading',
      'component_set',
      'artifact',
      'decision',
    ]) {
      expect(await world.knex(table)).toHaveLength(1);
    }
    expect(await world.knex('retention_promise')).toHaveLength(1);
  });

  it('keeps what sealed the outputs as long as anything else of its release', async () => {
    const sealing = await world.send('app', '1.0.0', 1);
    await world.send('app', '1.0.0', 2);
    await world.send('app', '2.0.0', 3);
    const seal = JSON.stringify({ sealedBy: sealing.evidenceUid });
    await world
      .knex('release')
      .where({ version: '1.0.0' })
      .update({ trust: seal });
    await days(365);
    expect(await world.knex('evidence').whereNotNull('marked_at')).toHaveLength(
      1,
    );
    await days(7);
    expect(await uids()).toHaveLength(2);
    expect(await uids()).toContain(sealing.evidenceUid);
    await world
      .knex('release')
      .where({ version: '1.0.0' })
      .update({ trust: seal });
    await days(7);
    await days(7);
    expect(await uids()).not.toContain(sealing.evidenceUid);
  });

  it('spares what sealed the outputs when its release gets more in its last days', async () => {
    const sealing = await world.send('app', '1.0.0', 1);
    await world.send('app', '2.0.0', 2);
    const seal = JSON.stringify({ sealedBy: sealing.evidenceUid });
    const sealed = () =>
      world.knex('release').where({ version: '1.0.0' }).update({ trust: seal });
    await sealed();
    await days(365);
    expect(await world.knex('evidence').whereNotNull('marked_at')).toHaveLength(
      1,
    );
    await world.send('app', '1.0.0', 3);
    await sealed();
    await days(7);
    expect(await uids()).toContain(sealing.evidenceUid);
    expect(await world.knex('evidence').whereNotNull('marked_at')).toEqual([]);
  });

  describe('of a signature beside its document', () => {
    const evidence = (document: number) =>
      world
        .knex('evidence')
        .where({ stream: `s${document}` })
        .first();
    /** Evidence of 1.0.0, one of which is said to sign another; by their numbers. */
    const signing = async (pairs: [number, number][]) => {
      const documents = [...new Set(pairs.flat())];
      for (const one of documents) await world.send('app', '1.0.0', one);
      await world.send('app', '2.0.0', 9);
      for (const [signature, document] of pairs) {
        const { sha256 } = await evidence(document);
        await world
          .knex('evidence')
          .where({ stream: `s${signature}` })
          .update({ kind: 'signature', signs: `sha256:${sha256}` });
      }
    };
    const there = async () =>
      (await world.knex('evidence').orderBy('id'))
        .map(({ stream }) => stream)
        .filter(stream => stream !== 's9')
        .sort();

    it('keeps it as long as a document that was sent again', async () => {
      await signing([[2, 1]]);
      await days(300);
      await world.send('app', '1.0.0', 1);
      await days(65 + 14);
      expect((await evidence(2)).marked_at).toBeNull();
      const list = await world.knex('evidence').where('expires_at', '<', now);
      expect(list.map(({ stream }) => stream)).toContain('s2');
      expect(await there()).toEqual(['s1', 's2']);
      await days(300 + 14);
      expect(await there()).toEqual([]);
    });

    it('takes back that it would go once its document is sent again', async () => {
      await signing([[2, 1]]);
      await days(365);
      expect((await evidence(2)).marked_at).not.toBeNull();
      await world.send('app', '1.0.0', 1);
      await days(14);
      expect(await there()).toEqual(['s1', 's2']);
      expect((await evidence(2)).marked_at).toBeNull();
    });

    it('keeps it by any class of its document', async () => {
      await signing([[2, 1]]);
      const { task } = world.withConfig({
        classes: [
          {
            name: 'long',
            match: { kinds: ['sbom'] },
            minimum: { days: 800 },
            latest: { days: 900 },
            insteadOfDefault: true,
          },
        ],
      });
      await days(400, { task } as typeof world);
      expect(await there()).toEqual(['s1', 's2']);
      expect((await evidence(2)).marked_at).toBeNull();
      await days(400 + 14, { task } as typeof world);
      expect(await there()).toEqual([]);
    });

    it('keeps that of what sealed the outputs, and not for ever', async () => {
      await signing([[2, 1]]);
      await world.send('app', '1.0.0', 3);
      const { uid } = await evidence(1);
      const trust = JSON.stringify({ sealedBy: uid });
      // Judging again would find no seal, since nothing here is signed in truth
      const sealed = async (count: number) => {
        for (let week = 0; week < count; week += 7) {
          await world
            .knex('release')
            .where({ version: '1.0.0' })
            .update({ trust });
          await days(7);
        }
      };
      await sealed(301);
      await world.send('app', '1.0.0', 3);
      await sealed(98);
      expect(await there()).toEqual(['s1', 's2', 's3']);
      await sealed(308);
      expect(await there()).toEqual([]);
    });

    it('keeps no two that are said to sign each other', async () => {
      await signing([
        [1, 2],
        [2, 1],
      ]);
      await days(365 + 14);
      expect(await there()).toEqual([]);
    });
  });

  it('keeps shared bytes until the last evidence that has them goes', async () => {
    await world.send('app', '1.0.0', 1);
    await world.send('app', '2.0.0', 2);
    await days(200);
    await world.send('other', '1.0.0', 1);
    await world.send('other', '2.0.0', 3);
    await days(182);
    expect(await world.knex('tombstone')).toHaveLength(1);
    expect(await filesThere()).toHaveLength(3);
    const [{ sha256 }] = await world.knex('tombstone');
    expect(await world.store.has(sha256)).toBe(true);
    await days(203);
    expect(await world.store.has(sha256)).toBe(false);
    expect(await world.knex('artifact')).toHaveLength(2);
  });

  it('refuses a clock that runs back or leaps, until a person confirms it', async () => {
    await world.task.run();
    const outcomes = async () =>
      (await world.knex('retention_run').orderBy('id')).map(row => row.outcome);
    now += 6 * DAY;
    await world.task.run();
    now -= 1;
    await world.task.run();
    now += 8 * DAY;
    await world.task.run();
    expect(await outcomes()).toEqual(['done', 'done', 'refused', 'refused']);
    expect(await world.knex('retention_alarm')).toMatchObject([
      { kind: 'clock', ended_at: null },
    ]);
    now -= 2 * DAY;
    await world.task.run();
    expect(await outcomes()).toContain('done');
    expect(
      (await world.knex('retention_alarm').first()).ended_at,
    ).not.toBeNull();
  });

  it('stops when it would mark unusually much', async () => {
    const { task } = world.withConfig({
      run: { alarm: { atLeast: 2, share: 0.1 } },
    });
    for (const document of [1, 2, 3, 4]) {
      await world.send('app', `1.${document}.0`, document);
      now += 1000;
    }
    await days(371, { ...world, task });
    const runs = await world.knex('retention_run').orderBy('id', 'desc');
    expect(runs[0]).toMatchObject({ outcome: 'stopped' });
    expect(await world.knex('evidence').whereNotNull('marked_at')).toEqual([]);
    expect(await world.knex('retention_alarm')).toMatchObject([
      { kind: 'volume' },
    ]);
  });

  it('counts without changing anything in a dry run', async () => {
    await world.send('app', '1.0.0', 1);
    await world.send('app', '2.0.0', 2);
    const { task } = world.withConfig({ run: { dryRun: true } });
    await days(400, { ...world, task });
    const [run] = await world.knex('retention_run').orderBy('id', 'desc');
    expect(JSON.parse(run.counts)).toMatchObject({ due: 1, marked: 0 });
    expect(await uids()).toHaveLength(2);
    expect(await world.knex('evidence').whereNotNull('marked_at')).toEqual([]);
  });
});

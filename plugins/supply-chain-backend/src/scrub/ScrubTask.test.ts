import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  documentOf,
  keepWorld,
  KeepWorld,
  someone,
} from '../__testUtils__/keepWorld';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('the scrubber on %p', id => {
  let world: KeepWorld;
  let now: number;

  beforeEach(async () => {
    world = await keepWorld({ knex: await databases.init(id) });
    now = Date.parse('2027-01-01T00:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    for (const document of [1, 2, 3]) {
      await world.send('app', `${document}.0`, document);
    }
    await world.queue.judgeAll();
    now += 20 * 24 * 3_600_000;
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const artifacts = () => world.knex('artifact').orderBy('sha256');
  const openAlarms = () =>
    world.knex('retention_alarm').whereNull('ended_at').orderBy('id');
  const pathOf = ({ store_key: key }: Record<string, any>) =>
    join(world.directory, key);
  /** A folder instead of the file: it is there, and reading fails for everybody. */
  const obstruct = async (row: Record<string, any>) => {
    const path = pathOf(row);
    // Beside the store, or it would be a stray file
    const aside = `${world.directory}.aside`;
    await rename(path, aside);
    await mkdir(path);
    return async () => {
      await rm(path, { recursive: true });
      await rename(aside, path);
    };
  };
  /** Runs, and tells what was judged because of it. */
  const scrub = async () => {
    const judge = jest.spyOn(world.workers, 'judge');
    await world.keeping.scrub.run();
    await world.queue.judgeAll();
    const facts = judge.mock.calls.map(([bytes]) =>
      JSON.parse(Buffer.from(bytes).toString()),
    );
    judge.mockRestore();
    return facts.flatMap(({ evidence }) =>
      evidence.map(({ digest, integrity }: any) => ({ digest, integrity })),
    );
  };

  it('goes on after what cannot be read, says so, and tries again', async () => {
    // The first in the order of reading, so that the others come after it
    const [bad, ...others] = await artifacts();
    const free = await obstruct(bad);
    expect(await scrub()).toEqual([
      { digest: `sha256:${bad.sha256}`, integrity: 'unreadable' },
    ]);
    const seen = (await artifacts()).map(row => ({
      condition: row.condition,
      read: row.checked_at !== null,
    }));
    expect(seen).toEqual([
      { condition: 'unreadable', read: false },
      ...others.map(() => ({ condition: 'sound', read: true })),
    ]);
    const [alarm, ...more] = await openAlarms();
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ kind: 'unreadable', about: bad.sha256 });
    expect(alarm.message).toContain('could not be read (EISDIR)');

    now += 600_000;
    expect(await scrub()).toEqual([]);
    expect(await openAlarms()).toEqual([alarm]);

    await free();
    now += 600_000;
    expect(await scrub()).toEqual([
      { digest: `sha256:${bad.sha256}`, integrity: undefined },
    ]);
    expect(await openAlarms()).toEqual([]);
    const [again] = await artifacts();
    expect(again.condition).toBe('sound');
    expect(again.condition_at).toBeNull();
    expect(Number(again.checked_at)).toBe(now);
    const events = await world
      .knex('event')
      .where({ type: 'artifact-condition' })
      .orderBy('id');
    expect(
      events.map(({ leaf }) => JSON.parse(leaf.toString()).condition),
    ).toEqual(['unreadable', 'sound']);
  });

  it('does not call bytes readable again that a reading showed to be wrong', async () => {
    const [bad] = await artifacts();
    await rm(pathOf(bad));
    await world.keeping.scrub.run();
    await mkdir(pathOf(bad));
    now += 20 * 24 * 3_600_000;
    await world.keeping.scrub.run();
    expect((await artifacts())[0].condition).toBe('missing');
    expect((await openAlarms()).map(({ kind }) => kind)).toEqual(['missing']);
  });

  it('raises one alarm for a store that is away, and marks nothing', async () => {
    const away = `${world.directory}.away`;
    await rename(world.directory, away);
    await world.keeping.scrub.run();
    now += 600_000;
    await world.keeping.scrub.run();
    // As an empty mount point is, which a start has made folders in
    await mkdir(join(world.directory, 'tmp'), { recursive: true });
    now += 600_000;
    expect(await scrub()).toEqual([]);
    expect((await openAlarms()).map(({ kind }) => kind)).toEqual([
      'unreachable',
    ]);
    expect(
      (await artifacts()).map(row => [row.condition, row.checked_at]),
    ).toEqual([
      ['sound', null],
      ['sound', null],
      ['sound', null],
    ]);

    await rm(world.directory, { recursive: true });
    await rename(away, world.directory);
    now += 600_000;
    await world.keeping.scrub.run();
    expect(await openAlarms()).toEqual([]);
    expect((await artifacts()).map(({ checked_at: at }) => Number(at))).toEqual(
      [now, now, now],
    );
  });

  /** Everything was re-read once, and then another volume is where the store was. */
  const swapVolume = async () => {
    await world.keeping.scrub.run();
    const away = `${world.directory}.away`;
    await rename(world.directory, away);
    await mkdir(join(world.directory, 'tmp'), { recursive: true });
    now += 20 * 24 * 3_600_000;
    return away;
  };
  const conditions = async () =>
    Object.fromEntries(
      (await artifacts()).map(({ sha256, condition }) => [sha256, condition]),
    );

  it('does not take what came to an empty volume for the store', async () => {
    const before = Object.keys(await conditions());
    const away = await swapVolume();
    await world.send('app', '4.0', 4);
    expect(await scrub()).toEqual([]);
    now += 600_000;
    expect(await scrub()).toEqual([]);
    expect((await openAlarms()).map(({ kind }) => kind)).toEqual([
      'unreachable',
    ]);
    expect(Object.values(await conditions())).toEqual(Array(4).fill('sound'));

    await rm(world.directory, { recursive: true });
    await rename(away, world.directory);
    now += 600_000;
    await world.keeping.scrub.run();
    expect(await openAlarms()).toEqual([]);
    const known = await conditions();
    expect(before.map(sha256 => known[sha256])).toEqual(Array(3).fill('sound'));
  });

  it('marks what is lost once a person confirms it, and takes copies meanwhile', async () => {
    const digests = new Map<number, string>();
    for (const document of [1, 2, 3]) {
      const sha256 = createHash('sha256')
        .update(documentOf(document))
        .digest('hex');
      digests.set(document, sha256);
    }
    const restore = (document: number) =>
      world.keeping.restorer.restore({
        sha256: digests.get(document)!,
        body: Readable.from([documentOf(document)]),
      });
    await expect(restore(1)).rejects.toThrow('nothing to restore');
    await swapVolume();
    expect(await scrub()).toEqual([]);
    await restore(1);
    await world.queue.judgeAll();
    now += 600_000;
    // What was brought back is not what was there
    expect(await scrub()).toEqual([]);
    const [alarm] = await openAlarms();
    expect(alarm.kind).toBe('unreachable');
    const confirmed = await world.keeping.retention.confirmAlarm({
      uid: alarm.uid,
      reason: 'The disk is gone',
      principal: someone('ada'),
    });
    expect(confirmed.confirmedBy).toEqual(someone('ada'));
    now += 600_000;
    expect(await scrub()).toHaveLength(2);
    expect(await conditions()).toEqual({
      [digests.get(1)!]: 'sound',
      [digests.get(2)!]: 'missing',
      [digests.get(3)!]: 'missing',
    });
    expect((await openAlarms()).map(({ kind }) => kind)).toEqual([
      'missing',
      'missing',
    ]);
    await restore(2);
    expect(await conditions()).toMatchObject({ [digests.get(2)!]: 'sound' });
  });

  it('takes an object store at its word for one object alone', async () => {
    const [, denied] = await artifacts();
    const open = world.store.open.bind(world.store);
    jest.spyOn(world.store, 'open').mockImplementation(async sha256 => {
      if (sha256 !== denied.sha256) return open(sha256);
      throw Object.assign(new Error('at https://store.example/key'), {
        name: 'AccessDenied',
      });
    });
    await world.keeping.scrub.run();
    const rows = await artifacts();
    expect(rows.map(({ condition }) => condition)).toEqual([
      'sound',
      'unreadable',
      'sound',
    ]);
    const [alarm] = await openAlarms();
    expect(alarm.message).toContain('could not be read (AccessDenied)');
    expect(alarm.message).not.toContain('store.example');
  });
});

import { readdir } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { EvidenceError } from '@hotpass/supply-chain-evidence';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const bytes = cycloneDx({ name: 'app', version: '1.0.0' }, ['left@1.0.0']);

function sending(ref: string, more: Partial<Submission> = {}): Submission {
  return {
    body: Readable.from([bytes]),
    entityRef: 'component:default/app',
    version: '1.0.0',
    principal: { type: 'service', ref },
    via: 'http',
    ...more,
  };
}

describe.each(databases.eachSupportedId())('intake limits on %p', id => {
  const setUp = async (limits: object) => {
    const knex = await databases.init(id);
    const workers = standInWorkers();
    const side = await writeSideOf({ knex, workers, config: { limits } });
    return { ...side, knex };
  };

  it('leave room for others, whatever one sender does', async () => {
    const { intake } = await setUp({ maxConcurrentIntakes: 5 });
    const bodies: PassThrough[] = [];
    const hold = (ref: string) => {
      const body = new PassThrough();
      bodies.push(body);
      return intake.submit(sending(ref, { body }));
    };
    const held = [hold('greedy'), hold('greedy')];
    await expect(intake.submit(sending('greedy'))).rejects.toMatchObject({
      statusCode: 429,
      code: 'sender-busy',
      retryAfterSeconds: 5,
    });
    expect(await intake.submit(sending('modest'))).toMatchObject({
      status: 'accepted',
    });
    held.push(hold('a'), hold('b'), hold('c'));
    await expect(intake.submit(sending('modest'))).rejects.toMatchObject({
      statusCode: 429,
      code: 'busy',
      retryAfterSeconds: 5,
    });
    for (const body of bodies) body.end(bytes);
    await Promise.all(held);
    expect(intake.processing).toBe(0);
  });

  it('leave room for a project’s releases, whatever its branches do', async () => {
    const { intake } = await setUp({ maxConcurrentIntakes: 8 });
    const bodies: PassThrough[] = [];
    const principal = { type: 'pipeline', ref: 'pipeline:github/1' } as const;
    const hold = (channel: 'change' | 'release') => {
      const body = new PassThrough();
      bodies.push(body);
      const more = { body, channel, principal };
      return intake.submit(sending('', more));
    };
    const held = [hold('change'), hold('change')];
    await expect(hold('change')).rejects.toMatchObject({ code: 'sender-busy' });
    held.push(hold('release'), hold('release'));
    await expect(hold('release')).rejects.toMatchObject({
      code: 'sender-busy',
    });
    for (const body of bodies) body.end(bytes);
    await Promise.all(held);
  });

  it('free the slot of who stops in the middle', async () => {
    const { intake, knex, directory } = await setUp({
      maxConcurrentIntakes: 1,
      bodyIdleTimeout: { milliseconds: 20 },
    });
    const body = new PassThrough();
    body.write('{"bomFormat":');
    await expect(
      intake.submit(sending('slow', { body })),
    ).rejects.toMatchObject({ statusCode: 408, code: 'body-stalled' });
    expect(await knex('refusal').first()).toMatchObject({
      code: 'body-stalled',
      status: 408,
      principal_ref: 'slow',
    });
    expect(await readdir(`${directory}/tmp`)).toEqual([]);
    expect(await intake.submit(sending('slow'))).toMatchObject({
      status: 'accepted',
    });
  });

  it('blame the machine for a reading that takes too long', async () => {
    const { intake, workers } = await setUp({});
    jest
      .spyOn(workers, 'read')
      .mockRejectedValueOnce(new EvidenceError('timeout', 'It took 9 ms.'));
    await expect(intake.submit(sending('ci'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      statusCode: 503,
      code: 'timeout',
      retryAfterSeconds: 5,
      remedy: expect.stringContaining('again later'),
    });
  });

  it('tell how a late arrival ended, to who polls and to the audit log', async () => {
    const { intake, workers, auditor, knex } = await setUp({
      answerDeadline: { milliseconds: 1 },
    });
    const { read } = workers;
    let goOn: () => void = () => {};
    const gate = () => new Promise<void>(done => (goOn = done));
    let waiting = gate();
    jest.spyOn(workers, 'read').mockImplementation(async (...asked) => {
      await waiting;
      return read.apply(workers, asked);
    });
    const events = async () =>
      Promise.all(
        auditor.createEvent.mock.calls.map(async ([{ eventId, meta }], n) => {
          const event = await auditor.createEvent.mock.results[n].value;
          const [good] = event.success.mock.calls;
          const [bad] = event.fail.mock.calls;
          return {
            eventId,
            receipt: meta?.receipt,
            good: good?.[0]?.meta?.status,
            bad: bad?.[0]?.meta?.code,
          };
        }),
      );
    const settled = async (uid: string) => {
      // The audit event is the last thing of all
      for (;;) {
        const last = (await events()).at(-1)!;
        if (last.good ?? last.bad) return intake.getReceipt(uid);
        await new Promise(done => setImmediate(done));
      }
    };

    const broken = () => Readable.from([Buffer.from('{"bomFormat":')]);
    const uids: string[] = [];
    // Equal refusals are one row, but not where the sender has a uid to ask for
    for (const body of [broken(), broken(), undefined]) {
      const late = await intake.submit(sending('ci', body && { body }));
      expect(late.status).toBe('processing');
      uids.push(late.uid);
      goOn();
      expect(await settled(late.uid)).toMatchObject({
        uid: late.uid,
        status: body ? 'refused' : 'accepted',
      });
      waiting = gate();
    }
    expect(await knex('refusal').orderBy('id').pluck('uid')).toEqual(
      uids.slice(0, 2),
    );
    const submitted = { eventId: 'evidence-submit', good: 'processing' };
    expect(await events()).toMatchObject([
      submitted,
      { eventId: 'evidence-settle', receipt: uids[0], bad: 'invalid-json' },
      submitted,
      { eventId: 'evidence-settle', receipt: uids[1], bad: 'invalid-json' },
      submitted,
      { eventId: 'evidence-settle', receipt: uids[2], good: 'accepted' },
    ]);
  });

  it('keep a late arrival’s receipt for every replica, until it is settled', async () => {
    const knex = await databases.init(id);
    const replica = () =>
      writeSideOf({
        knex,
        workers: standInWorkers(),
        config: { limits: { answerDeadline: { milliseconds: 1 } } },
      });
    const [here, there] = [await replica(), await replica()];
    const { read } = here.workers;
    let goOn: () => void = () => {};
    const waiting = new Promise<void>(done => (goOn = done));
    jest.spyOn(here.workers, 'read').mockImplementation(async (...asked) => {
      await waiting;
      return read.apply(here.workers, asked);
    });
    const key = { idempotencyKey: 'the-same-key' };
    const late = [
      await here.intake.submit(sending('ci', key)),
      await here.intake.submit(sending('ci', key)),
    ];
    const uids = late.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(2);
    for (const uid of uids) {
      expect(await there.intake.getReceipt(uid)).toMatchObject({
        uid,
        status: 'processing',
        entityRef: 'component:default/app',
        principalRef: 'ci',
      });
    }
    goOn();
    const settled = await Promise.all(late.map(one => one.settled));
    // One arrival has one receipt, whichever of the two it is asked for by
    const receipts = await Promise.all(
      [here, there].flatMap(({ intake }) =>
        uids.map(uid => intake.getReceipt(uid)),
      ),
    );
    expect(await knex('receipt')).toHaveLength(1);
    expect(new Set(receipts.map(receipt => receipt?.uid))).toEqual(
      new Set([settled[0]!.uid]),
    );
    expect(receipts.map(receipt => receipt?.status)).toEqual(
      Array(4).fill('accepted'),
    );
    expect(await there.intake.getReceipt('never-given')).toBeUndefined();

    // A week later it is only the one that is known
    await knex('late_arrival').update({ ends_at: 0 });
    await here.late.endAbandoned();
    expect(await knex('late_arrival')).toEqual([]);
    expect(await knex('refusal')).toEqual([]);
  });

  it('tell of an arrival whose process was killed', async () => {
    const { late, intake, knex } = await setUp({});
    const begin = (uid: string) =>
      late.begin(uid, { ...sending('ci'), size: 7 }, new Date());
    const accepted = await intake.submit(sending('ci'));
    for (const uid of ['asked', 'unasked', accepted.uid]) await begin(uid);
    expect(await intake.getReceipt('asked')).toMatchObject({
      status: 'processing',
    });
    await late.endAbandoned();
    expect(await knex('late_arrival')).toHaveLength(3);

    await knex('late_arrival').update({ ends_at: Date.now() - 1 });
    const asks = await Promise.all([
      intake.getReceipt('asked'),
      intake.getReceipt('asked'),
      late.endAbandoned(),
      late.endAbandoned(),
    ]);
    for (const ask of asks.slice(0, 2)) {
      expect(ask).toMatchObject({ uid: 'asked', status: 'refused' });
    }
    expect(await intake.getReceipt('unasked')).toMatchObject({
      status: 'refused',
    });
    expect(await intake.getReceipt(accepted.uid)).toMatchObject({
      status: 'accepted',
    });
    expect(await knex('refusal').orderBy('uid')).toMatchObject([
      { uid: 'asked', code: 'interrupted', status: 503, version: '1.0.0' },
      { uid: 'unasked', code: 'interrupted', principal_ref: 'ci' },
    ]);
    expect(await knex('late_arrival')).toEqual([]);
  });
});

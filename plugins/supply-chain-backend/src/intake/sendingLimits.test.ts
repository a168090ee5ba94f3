import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { deleteOldUsage } from '../database/operations/usage/takeUsage';
import { Submission } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const NOON = Date.parse('2026-11-24T12:00:30Z');

const bytes = (version: string) =>
  cycloneDx({ name: 'app', version }, ['left@1.0.0']);
const SIZE = bytes('1.0.0').length;

function sending(
  ref: string,
  version: string,
  more: Partial<Submission> = {},
): Submission {
  return {
    body: Readable.from([bytes(version)]),
    entityRef: 'component:default/app',
    version,
    principal: { type: 'service', ref },
    via: 'http',
    ...more,
  };
}

describe.each(databases.eachSupportedId())('sending limits on %p', id => {
  let now = NOON;
  beforeEach(() => {
    now = NOON;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  const setUp = async (limits: object) => {
    const knex = await databases.init(id);
    const make = () =>
      writeSideOf({
        knex,
        workers: standInWorkers(),
        entities: ['app', 'other'],
        config: {
          limits: {
            maxConcurrentIntakes: 32,
            maxConcurrentIntakesPerPrincipal: 32,
            ...limits,
          },
        },
      });
    // Two replicas on one database
    const [{ intake }, { intake: twin }] = [await make(), await make()];
    return { knex, intake, twin };
  };
  const other = { entityRef: 'component:default/other' };

  it('hold one sender to its documents a minute, on all replicas together', async () => {
    const { knex, intake, twin } = await setUp({ rate: { perPrincipal: 3 } });
    const outcomes = await Promise.allSettled(
      [0, 1, 2, 3, 4, 5].map(n =>
        (n % 2 ? intake : twin).submit(sending('ci', `1.0.${n}`)),
      ),
    );
    const refused = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    );
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({
      statusCode: 429,
      code: 'sender-rate',
      retryAfterSeconds: 30,
      message: expect.stringMatching(/'ci' has sent 3 documents.*limits\.rate/),
    });
    expect(await knex('receipt')).toHaveLength(3);
    // Refusals of one minute for one version are one row; here each has its own
    expect(
      await knex('refusal').where({ code: 'sender-rate', status: 429 }),
    ).toHaveLength(3);
    // Others are not concerned, and neither is the sender a minute later
    await intake.submit(sending('else', '1.1.0'));
    now += 30_000;
    await intake.submit(sending('ci', '1.2.0'));
    expect(await deleteOldUsage({ tx: knex, now })).toBeGreaterThan(0);
    await twin.submit(sending('ci', '1.2.1'));
    await intake.submit(sending('ci', '1.2.2'));
    await expect(intake.submit(sending('ci', '1.2.3'))).rejects.toMatchObject({
      code: 'sender-rate',
      retryAfterSeconds: 60,
    });
  });

  it('hold an entity to its documents, whoever sends, and take from no other limit', async () => {
    const { intake } = await setUp({ rate: { perPrincipal: 3, perEntity: 2 } });
    await intake.submit(sending('a', '1.0.0'));
    await intake.submit(sending('b', '1.0.1'));
    for (const version of ['1.0.2', '1.0.3', '1.0.4']) {
      await expect(intake.submit(sending('a', version))).rejects.toMatchObject({
        statusCode: 429,
        code: 'entity-rate',
      });
    }
    // The three that were refused did not use up what `a` may send
    await intake.submit(sending('a', '1.0.0', other));
    await intake.submit(sending('a', '1.0.1', other));
    // What pull requests send takes nothing from the releases
    await intake.submit(sending('a', '7@abc', { channel: 'change' }));
    // Collecting is not counted
    await intake.submit(sending('a', '1.0.5', { via: 'collector' }));
  });

  it('hold sender and entity to their bytes a day, and count nothing twice', async () => {
    const { knex, intake } = await setUp({
      dailyBytes: { perPrincipal: 3 * SIZE, perEntity: 2 * SIZE + 1 },
    });
    await intake.submit(sending('ci', '1.0.0'));
    // What the entity has already is free, at another release, too
    for (const version of ['1.0.0', '1.0.1']) {
      const body = Readable.from([bytes('1.0.0')]);
      await intake.submit(sending('ci', version, { body }));
    }
    await intake.submit(sending('ci', '1.0.2'));
    await expect(intake.submit(sending('ci', '1.0.3'))).rejects.toMatchObject({
      statusCode: 429,
      code: 'entity-quota',
      retryAfterSeconds: 43_170,
      message: expect.stringMatching(/2026-11-25T00:00:00.*limits.dailyBytes/),
    });
    expect(await knex('artifact')).toHaveLength(2);
    // Nothing of the refused one was taken from the sender
    await intake.submit(sending('ci', '1.0.3', other));
    // All used up: refused before a byte is read
    let asked = false;
    const body = Readable.from(
      (async function* never() {
        asked = true;
        yield bytes('1.0.4');
      })(),
    );
    await expect(
      intake.submit(sending('ci', '1.0.4', { ...other, body })),
    ).rejects.toMatchObject({ code: 'sender-quota' });
    expect(asked).toBe(false);
    // The collector has its own share, and is held to it
    const collected = (version: string) =>
      intake.submit(sending('collector', version, { via: 'collector' }));
    await collected('2.0.0');
    await collected('2.0.1');
    await expect(collected('2.0.2')).rejects.toMatchObject({
      code: 'entity-quota',
    });
    now = Date.parse('2026-11-25T00:00:00Z');
    await intake.submit(sending('ci', '1.0.4'));
  });
});

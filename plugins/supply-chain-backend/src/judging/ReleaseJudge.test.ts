import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from '../intake/types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const principal = { type: 'service' as const, ref: 'external:ci' };

describe.each(databases.eachSupportedId())('judging on %p', databaseId => {
  let knex: Knex;
  let side: Awaited<ReturnType<typeof writeSideOf>>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    side = await writeSideOf({ knex, workers: standInWorkers() });
  });

  const send = (
    version: string,
    madeAt: number,
    names: string[],
    more: Partial<Submission> = {},
  ) =>
    side.intake.submit({
      body: Readable.from([cycloneDx({ name: 'app', version }, names)]),
      entityRef: 'component:default/app',
      version,
      principal,
      via: 'http',
      permitted: { madeAt: true },
      madeAt: new Date(madeAt),
      ...more,
    });

  /** What a release is compared with by its current decision, and what is new. */
  const comparison = async (version: string) => {
    const row = await knex('release as r')
      .join('decision as d', 'd.id', 'r.decision_id')
      .leftJoin('release as b', 'b.id', 'd.compared_release_id')
      .where('r.version', version)
      .first('b.version as base', 'd.counts');
    const { newViolations } = JSON.parse(row.counts);
    return { base: row.base ?? undefined, newViolations };
  };
  const headline = async () =>
    knex('subject as s')
      .join('release as r', 'r.id', 's.newest_release_id')
      .first('r.version', 's.state');

  it('lets line main speak for the entity, whatever comes in others later', async () => {
    await send('1.4.0', 1000, ['bad@1.0.0'], { line: '1.x' });
    await send('2.0.0-rc', 1500, ['good@1.0.0'], { line: '2.x' });
    // Only other lines: the newest of all
    expect(await headline()).toEqual({
      version: '2.0.0-rc',
      state: 'can-ship',
    });
    await send('2.0.0', 500, ['good@1.0.0']);
    expect(await headline()).toEqual({ version: '2.0.0', state: 'can-ship' });
    await send('1.4.1', 3000, ['bad@1.0.0', 'bad-too@1.0.0'], { line: '1.x' });
    expect(await headline()).toEqual({ version: '2.0.0', state: 'can-ship' });

    // Each is compared within its line, a change too
    expect(await comparison('1.4.1')).toEqual({
      base: '1.4.0',
      newViolations: 1,
    });
    const change = { channel: 'change' as const };
    await send('7@abc', 4000, ['bad@1.0.0', 'bad-too@1.0.0'], {
      ...change,
      line: '1.x',
    });
    expect(await comparison('7@abc')).toEqual({
      base: '1.4.1',
      newViolations: 0,
    });
    await send('8@abc', 4000, ['bad@1.0.0', 'good@1.0.0'], {
      ...change,
      line: 'feature',
    });
    expect(await comparison('8@abc')).toEqual({
      base: '2.0.0',
      newViolations: 1,
    });
    expect(await headline()).toEqual({ version: '2.0.0', state: 'can-ship' });
  });

  it('judges the newest of every line again, and no older one', async () => {
    await send('1.4.0', 1000, ['good@1.0.0'], { line: '1.x' });
    await send('1.4.1', 2000, ['good@1.0.0'], { line: '1.x' });
    await send('2.0.0', 3000, ['good@1.0.0']);
    await send('2.0.1', 4000, ['good@1.0.0']);
    await send('9@abc', 5000, ['good@1.0.0'], { channel: 'change' });
    await knex('decision').update({ judged_at: 1 });
    await side.rejudge.run();
    const again = await knex('decision as d')
      .join('release as r', 'r.id', 'd.release_id')
      .where('d.judged_at', '>', 1)
      .orderBy('r.version')
      .pluck('r.version');
    expect(again).toEqual(['1.4.1', '2.0.1']);
  });

  it('judges the next release again when the one before it loses all evidence', async () => {
    await send('1.0.0', 1000, ['good@1.0.0']);
    const second = await send('2.0.0', 2000, ['bad@1.0.0']);
    await send('3.0.0', 3000, ['bad@1.0.0']);
    const known = { base: '2.0.0', newViolations: 0 };
    expect(await comparison('3.0.0')).toEqual(known);

    const evidenceUid = second.evidenceUid!;
    await side.intake.withdraw({ evidenceUid, reason: 'mistake', principal });
    await side.queue.judgeAll();
    const fresh = { base: '1.0.0', newViolations: 1 };
    expect(await comparison('3.0.0')).toEqual(fresh);

    // The base that counts now is asked for, not the empty release in between
    await send('1.0.0', 1000, ['bad@1.0.0']);
    await side.queue.judgeAll();
    expect(await comparison('3.0.0')).toEqual({ ...fresh, newViolations: 0 });

    await send('2.0.0', 2000, ['bad@1.0.1']);
    await side.queue.judgeAll();
    expect(await comparison('3.0.0')).toEqual(known);
  });
});

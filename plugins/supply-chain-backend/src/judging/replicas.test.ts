import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

it.each(databases.eachSupportedId())(
  'keeps one decision when two replicas judge at the same time on %p',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const workers = standInWorkers();
    const { judge } = workers;
    const replicas = [
      await writeSideOf({ knex, workers }),
      await writeSideOf({ knex, workers }),
    ];
    await replicas[0].intake.submit({
      body: Readable.from([
        cycloneDx({ name: 'app', version: '1.0.0' }, ['a@1.0.0']),
      ]),
      entityRef: 'component:default/app',
      version: '1.0.0',
      principal: { type: 'service', ref: 'external:ci' },
      via: 'http',
    });
    await knex('release').update({ judge_asked: 2 });
    // Neither keeps its judgement before the other has made one
    let judging = 0;
    let bothJudge: () => void;
    const both = new Promise<void>(done => {
      bothJudge = done;
    });
    jest.spyOn(workers, 'judge').mockImplementation(async (...asked) => {
      judging += 1;
      if (judging === replicas.length) bothJudge();
      await both;
      return judge.apply(workers, asked);
    });
    await Promise.all(replicas.map(({ queue }) => queue.judgeAll()));
    expect(judging).toBe(2);
    expect(await knex('decision')).toHaveLength(2);
    expect(await knex('release').first()).toMatchObject({
      judge_asked: 2,
      judge_done: 2,
    });
  },
);

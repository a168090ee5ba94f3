import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  EvidenceWorkers,
  PolicyErrorCode,
} from '@hotpass/supply-chain-evidence';
import { cycloneDx } from '../__testUtils__/cycloneDx';
import { standInWorkers } from '../__testUtils__/standInWorkers';
import { writeSideOf } from '../__testUtils__/writeSide';
import { Submission } from '../intake/types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MINUTE = 60_000;

describe.each(databases.eachSupportedId())('a failed judgement on %p', id => {
  async function setUp() {
    const knex = await databases.init(id);
    const real = standInWorkers();
    const failing: { with?: PolicyErrorCode } = { with: 'timeout' };
    const workers: EvidenceWorkers = {
      ...real,
      async judge(facts, options) {
        const judgement = await real.judge(facts, options);
        const code = failing.with;
        if (!code) return judgement;
        const error = { code, message: 'No judgement.' };
        return { ...judgement, verdict: 'error', policyDigest: '', error };
      },
    };
    const side = await writeSideOf({ knex, workers });
    const send = (version: string, more: Partial<Submission> = {}) =>
      side.intake.submit({
        body: Readable.from([cycloneDx({ name: 'app', version }, ['a@1'])]),
        entityRef: 'component:default/app',
        version,
        principal: { type: 'service', ref: 'external:ci' },
        via: 'http',
        ...more,
      });
    const verdicts = async () =>
      knex('release as r')
        .join('decision as d', 'd.id', 'r.decision_id')
        .orderBy('r.id')
        .pluck('d.verdict');
    const runLater = async (ms: number) => {
      await knex('decision').update({
        judged_at: knex.raw('judged_at - ?', [ms]),
      });
      await side.retry.run();
      return knex('decision')
        .count({ n: '*' })
        .first()
        .then(row => Number(row!.n));
    };
    return { knex, side, failing, send, verdicts, runLater };
  }

  it('is made good by sending the same bytes again', async () => {
    const { send, failing, verdicts } = await setUp();
    await send('1.0.0');
    expect(await verdicts()).toEqual(['error']);
    failing.with = undefined;
    expect(await send('1.0.0')).toMatchObject({ status: 'known' });
    expect(await verdicts()).toEqual(['passed']);
  });

  it('is tried again in every channel, less and less often', async () => {
    const { side, send, failing, verdicts, runLater } = await setUp();
    await send('1.0.0');
    await send('2.0.0');
    await send('7@abc', { channel: 'change' });
    expect(await runLater(0)).toBe(3);
    expect(await runLater(MINUTE)).toBe(6);
    expect(await runLater(MINUTE)).toBe(6);
    expect(await runLater(3 * MINUTE)).toBe(9);
    // It is for this task alone
    await side.rejudge.run();
    expect(await runLater(0)).toBe(9);
    failing.with = undefined;
    expect(await runLater(16 * MINUTE)).toBe(12);
    expect(await verdicts()).toEqual(['passed', 'passed', 'passed']);
    expect(await runLater(MINUTE)).toBe(12);
  });

  it('waits a day where nothing gets better by itself', async () => {
    const { send, failing, runLater } = await setUp();
    failing.with = 'too-large';
    await send('1.0.0');
    expect(await runLater(23 * 60 * MINUTE)).toBe(1);
    expect(await runLater(60 * MINUTE)).toBe(2);
  });
});

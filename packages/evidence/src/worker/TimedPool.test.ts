import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TimedPool } from './TimedPool';

const WORKER = `
const { parentPort } = require('node:worker_threads');
module.exports = async ({ id, task }) => {
  parentPort.postMessage({ started: id });
  if (task === 'loop') for (;;);
  if (task === 'die') process.exit(3);
  if (task === 'throw') throw new Error('no');
  const end = Date.now() + (task.ms ?? 0);
  while (Date.now() < end);
  return task;
};
`;

jest.setTimeout(60_000);

describe('TimedPool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  const open: TimedPool<unknown>[] = [];

  function aPool(code: string, threads = 1): TimedPool<unknown> {
    const filename = join(folder, `worker-${open.length}.js`);
    writeFileSync(filename, code);
    const pool = new TimedPool<unknown>({
      filename,
      execArgv: [],
      threads,
      workerData: {},
    });
    open.push(pool);
    return pool;
  }

  afterAll(async () => {
    await Promise.all(open.map(pool => pool.close()));
    rmSync(folder, { recursive: true });
  });

  it('gives each task its own time, however many are in front', async () => {
    const pool = aPool(WORKER);
    const tasks = Array.from({ length: 8 }, (_, n) => ({ n, ms: 200 }));
    // Eight times 200 ms is more than the limit that each of them has.
    const done = await Promise.all(tasks.map(task => pool.run(task, 1_000)));
    expect(done).toEqual(tasks);
  });

  it('ends what takes too long, and only that', async () => {
    const pool = aPool(WORKER, 2);
    const results = await Promise.allSettled(
      ['loop', 'a', 'loop', 'b', 'loop', 'c'].map(task => pool.run(task, 300)),
    );
    expect(
      results.map(result =>
        result.status === 'fulfilled' ? result.value : result.reason.name,
      ),
    ).toEqual(['TaskTimeout', 'a', 'TaskTimeout', 'b', 'TaskTimeout', 'c']);
  });

  it('goes on behind a thread that died and a task that threw', async () => {
    const pool = aPool(WORKER);
    const results = await Promise.allSettled(
      ['die', 'a', 'throw', 'b'].map(task => pool.run(task, 5_000)),
    );
    expect(
      results.map(result =>
        result.status === 'fulfilled' ? result.value : result.reason.message,
      ),
    ).toEqual(['worker exited with code: 3', 'a', 'no', 'b']);
  });

  it('fails, and does not wait, where no thread comes up', async () => {
    const pool = aPool('this is no JavaScript');
    for (const task of ['a', 'b']) {
      await expect(pool.run(task, 5_000)).rejects.toHaveProperty(
        'name',
        'SyntaxError',
      );
    }
  });

  it('lets nobody wait once it is closed', async () => {
    const pool = aPool(WORKER);
    const results = Promise.allSettled(
      ['loop', 'a'].map(task => pool.run(task, 60_000)),
    );
    await pool.close();
    expect((await results).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    await expect(pool.run('b', 5_000)).rejects.toThrow('closed');
  });
});

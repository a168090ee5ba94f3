import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isAlive, Processes, tail } from './Processes.mjs';

test('stop ends every process and resolves when they are gone', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const processes = new Processes();
  const script = 'console.log(process.pid); setInterval(() => {}, 1000)';
  const started = ['one', 'two'].map(name =>
    processes.start(name, process.execPath, ['-e', script], {
      log: join(folder, `${name}.log`),
    }),
  );
  const pids = [];
  for (const { log } of started) {
    while (!tail(log)) await new Promise(resolve => setTimeout(resolve, 20));
    pids.push(Number(readFileSync(log, 'utf8')));
  }
  assert.ok(pids.every(isAlive));
  await processes.stop();
  assert.ok(!pids.some(isAlive));
  assert.deepEqual(
    (await Promise.all(started.map(({ ended }) => ended))).map(
      ({ signal }) => signal,
    ),
    ['SIGTERM', 'SIGTERM'],
  );
});

test('tells how a process ended, and why one could not begin', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const processes = new Processes();
  const log = join(folder, 'a.log');
  const failed = processes.start(
    'failed',
    process.execPath,
    ['-e', 'console.error("last words"); process.exit(3)'],
    { log },
  );
  assert.deepEqual(await failed.ended, {
    name: 'failed',
    code: 3,
    signal: null,
  });
  assert.equal(tail(log), 'last words');
  const absent = processes.start('absent', join(folder, 'nothing'), [], {
    log,
  });
  assert.equal((await absent.ended).error.code, 'ENOENT');
});

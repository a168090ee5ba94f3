import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lock } from './lock.mjs';

const options = { script: 'sleeper', what: 'The portal' };

async function sleeper() {
  const child = spawn(process.execPath, [
    '-e',
    'console.log("up"); setTimeout(() => {}, 60000)',
    'sleeper',
  ]);
  await new Promise(resolve => child.stdout.once('data', resolve));
  return child;
}

test('a second start is told which process runs; a lock of the dead is replaced', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'state', 'start.lock');

  const unlock = lock(path, options);
  assert.equal(readFileSync(path, 'utf8'), String(process.pid));
  unlock();
  assert.equal(existsSync(path), false);

  const other = await sleeper();
  writeFileSync(path, String(other.pid));
  assert.throws(() => lock(path, options), {
    name: 'Failure',
    message: new RegExp(`already running here \\(process ${other.pid}\\)`),
  });
  other.kill('SIGKILL');
  await new Promise(resolve => other.once('close', resolve));
  lock(path, options)();

  writeFileSync(path, 'not a number');
  lock(path, options)();
});

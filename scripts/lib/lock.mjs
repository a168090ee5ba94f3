import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './Failure.mjs';
import { isAlive } from './Processes.mjs';

/** The id may have gone to another program since: Linux tells which one it is. */
function isStillOurs(pid, script) {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script);
  } catch {
    return true;
  }
}

/**
 * Takes the lock file or fails with one line; a lock left by a process that is gone
 * is replaced. Returns the function that gives it back.
 */
export function lock(path, { script, what }) {
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const pid = Number(readFileSync(path, 'utf8'));
      if (pid && pid !== process.pid && isStillOurs(pid, script)) {
        throw new Failure(
          `${what} is already running here (process ${pid}): stop it with Ctrl-C there, or use it.`,
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new Failure(
    `${path} cannot be taken: another start is just beginning.`,
  );
}

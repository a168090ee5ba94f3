import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream';

const GRACE_MS = 8_000;

/** Whether a process of that id runs, as far as we may ask. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * The processes that a script starts. They stay in the script's process group, so
 * that Ctrl-C reaches them, and are also ended one by one when only the script is
 * told to stop.
 */
export class Processes {
  #children = new Set();
  #stopping;
  #verbose;

  constructor({ verbose = false } = {}) {
    this.#verbose = verbose;
  }

  get stopping() {
    return this.#stopping !== undefined;
  }

  /** Starts a command whose output goes to a log file. `ended` resolves with how it ended. */
  start(name, command, args, { cwd, env, log }) {
    mkdirSync(dirname(log), { recursive: true });
    const out = createWriteStream(log);
    out.on('error', () => {}); // a full disk must not end the portal
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', data => {
        out.write(data);
        if (this.#verbose) process.stdout.write(data);
      });
    }
    const ended = new Promise(resolve => {
      // the log is whole, or known to be lost, before anybody is told
      const end = how => {
        this.#children.delete(child);
        finished(out, () => resolve({ name, ...how }));
        out.end();
      };
      child.on('error', error => end({ error }));
      child.on('close', (code, signal) => end({ code, signal }));
    });
    return { name, log, ended, stop: () => child.kill('SIGTERM') };
  }

  /** Ends everything: first asks, then makes sure. */
  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll() {
    const children = [...this.#children];
    const closed = Promise.all(
      children.map(
        child => new Promise(resolve => child.once('close', resolve)),
      ),
    );
    for (const child of children) child.kill('SIGTERM');
    let timer;
    const late = new Promise(resolve => {
      timer = setTimeout(resolve, GRACE_MS, 'late');
    });
    if ((await Promise.race([closed, late])) === 'late') this.kill();
    clearTimeout(timer);
    await closed;
  }

  kill() {
    for (const child of this.#children) child.kill('SIGKILL');
  }
}

/** The last lines of a log. */
export function tail(log, lines = 40) {
  try {
    return readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-lines)
      .join('\n');
  } catch {
    return '';
  }
}

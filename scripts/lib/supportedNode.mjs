import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { Failure } from './Failure.mjs';

const FROM = { 22: [22, 2], 24: [15, 0] };

/** Whether Backstage and our native dependencies run on this version. */
export function isSupportedNode(version) {
  const [major, minor, patch] = version
    .replace(/^v/, '')
    .split('.')
    .map(Number);
  const from = FROM[major];
  return (
    from !== undefined &&
    (minor > from[0] || (minor === from[0] && patch >= from[1]))
  );
}

/** The environment in which `node` is the given one. */
export function envFor(node, env = process.env) {
  return { ...env, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` };
}

/** npm carries Node itself: nothing has to be installed beforehand. */
function findNode24() {
  return new Promise((resolve, reject) => {
    const child = spawn(
      'npx',
      ['--yes', '--package=node@24', '--', 'node', '-p', 'process.execPath'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
        // Not the repository: npx would look at its workspaces first.
        cwd: dirname(process.execPath),
      },
    );
    let path = '';
    let trouble = '';
    child.stdout.on('data', data => (path += data));
    child.stderr.on('data', data => (trouble += data));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0 && path.trim()) resolve(path.trim().split('\n').pop());
      else
        reject(new Error(trouble.trim().split('\n').pop() || `npx: ${code}`));
    });
  });
}

/**
 * On an unsupported Node: runs the same script again on Node 24 and returns its exit
 * code. On a supported one returns `undefined` at once.
 */
export async function runOnSupportedNode(script, args, { quiet = false } = {}) {
  if (isSupportedNode(process.version)) return undefined;
  if (!quiet) {
    console.log(
      `This is Node ${process.version}; Backstage needs 22.22.2 or 24.15. Running Node 24 through npx (once about 120 MB).`,
    );
  }
  let child;
  let stopped = false;
  const forward = signal => {
    stopped = true;
    child?.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  let node;
  try {
    node = await findNode24();
  } catch (error) {
    if (stopped) return 1;
    throw new Failure(
      `Node 24 could not be had through npx (${error.message}): install Node 24 and try again.`,
    );
  }
  if (stopped) return 1;
  return await new Promise((resolve, reject) => {
    child = spawn(node, [script, ...args], {
      stdio: 'inherit',
      env: envFor(node),
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

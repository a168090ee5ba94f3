import { spawn } from 'node:child_process';
import { CliError } from '../CliError';
import { errorCode } from '../documents/systemError';
import { GeneratorCall } from './generators';

/** The end of a program's output is enough to say why it failed. */
const KEPT = 20_000;

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|RequestError/;

/** The portal's tokens, and what a job gets identity tokens with. */
const OURS = /^SUPPLY_CHAIN_|^ACTIONS_ID_TOKEN_|_ID_TOKEN$/;

interface Ended {
  code: number | null;
  output: string;
}

function start(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-KEPT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}

/** The line of a program's output that says what was wrong. */
function reasonIn(output: string): string {
  const lines = output
    // eslint-disable-next-line no-control-regex
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return (
    lines.find(line => /\berror\b|ERR_/i.test(line)) ??
    lines[lines.length - 1] ??
    'it said nothing'
  );
}

/**
 * Runs a generator. It is somebody else's program, so it does not get to see what
 * belongs to the portal.
 */
export async function runGenerator(
  what: string,
  call: GeneratorCall,
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  const theirs = Object.fromEntries(
    Object.entries(env).filter(([name]) => !OURS.test(name)),
  );
  let ended: Ended;
  try {
    ended = await start(call.command, call.args, {
      cwd,
      env: { ...theirs, ...call.env },
    });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new CliError(
      call.command === 'npx'
        ? 'npx, which comes with Node, is not on the PATH'
        : `${call.command} is not on the PATH. Run: npm install --global @yarnpkg/cli-dist`,
    );
  }
  if (ended.code === 0) return;
  const network = NO_NETWORK.test(ended.output)
    ? '. Was the network there? --builtin needs none'
    : '';
  throw new CliError(
    `${what} ended with ${ended.code ?? 'a signal'}: ${reasonIn(
      ended.output,
    )}${network}`,
  );
}

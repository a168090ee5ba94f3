import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { Processes } from './Processes.mjs';
import { root, stateDir } from './root.mjs';
import { envFor } from './supportedNode.mjs';

// Jest's own five seconds are too few where a machine does something else as well
const TEST_LIMIT_MS = 60_000;

function runHere(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    const forward = signal => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', reject);
    child.on('close', code => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

function scriptTests() {
  return ['scripts', 'scripts/lib', 'demo']
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder))
        .filter(name => name.endsWith('.test.mjs'))
        .map(name => join(folder, name)),
    );
}

/** Passed and failed counts of a Jest JSON report and a TAP report. */
export function countTests(jest, tap) {
  const of = word =>
    Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
  return {
    passed: (jest?.numPassedTests ?? 0) + of('pass'),
    // A suite that does not even load has no tests to count.
    failed:
      (jest?.numFailedTests ?? 0) +
      (jest?.numRuntimeErrorTestSuites ?? 0) +
      of('fail'),
  };
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Runs the repository's tests, then the scripts' own; returns the exit code. */
export async function runTests(args) {
  const processes = new Processes();
  process.once('SIGINT', () => processes.stop());
  process.once('SIGTERM', () => processes.stop());
  await install({ root, processes, logs: join(stateDir, 'logs') });
  if (processes.stopping) return 1;

  const reports = mkdtempSync(join(tmpdir(), 'supply-chain-test-'));
  const env = {
    ...envFor(process.execPath),
    CI: process.env.CI ?? '1',
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  };
  try {
    const jest = join(reports, 'jest.json');
    const tap = join(reports, 'node.tap');
    const cli = join(
      'node_modules',
      '@backstage',
      'cli',
      'bin',
      'backstage-cli',
    );
    const options = [
      '--watchAll=false',
      '--json',
      `--outputFile=${jest}`,
      `--testTimeout=${TEST_LIMIT_MS}`,
    ];
    const code = await runHere([cli, 'repo', 'test', ...options, ...args], env);
    const own = await runHere(
      [
        '--test',
        '--test-reporter=dot',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${tap}`,
        ...scriptTests(),
      ],
      env,
    );
    const { passed, failed } = countTests(
      JSON.parse(read(jest) ?? 'null'),
      read(tap) ?? '',
    );
    console.log(`${passed} passed, ${failed} failed`);
    return code || own;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

// Holds the workflows of this repository, and those that the documentation offers, to
// one standard: actionlint has nothing to say, actions are pinned by commit, rights are
// named, and nothing that a stranger may choose gets into a script's text.
// Exits 1 with one line for each fault. `ACTIONLINT` names the program.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const actionlint = process.env.ACTIONLINT ?? 'actionlint';
const read = path => readFileSync(join(root, path), 'utf8');
const namesIn = (folder, end) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(end))
    .map(name => `${folder}/${name}`);

/** Runs with rights of the repository for code that a stranger wrote. */
const FORBIDDEN_EVENTS = ['pull_request_target', 'workflow_run'];

const own = namesIn('.github/workflows', '.yml').map(path => ({
  path,
  text: read(path),
}));
const offered = namesIn('docs/pipelines', '.md').flatMap(path =>
  [...read(path).matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
    .map(([, text]) => ({ path, text }))
    .filter(({ text }) => /^jobs:$/m.test(text)),
);

function lint({ path, text }) {
  try {
    execFileSync(actionlint, ['-no-color', '-stdin-filename', path, '-'], {
      input: text,
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return [];
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new Error(
        'actionlint is not on the PATH: see .ci/run for its version, or set ACTIONLINT',
      );
    }
    return [`${error.stdout}${error.stderr}`.trim()];
  }
}

function stepFaults({ uses, run, with: inputs }, text) {
  const faults = [];
  if (uses && !uses.startsWith('./')) {
    if (!/@[0-9a-f]{40}$/.test(uses)) faults.push(`${uses} is not pinned`);
    else if (!new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+$`, 'm').test(text))
      faults.push(`${uses} does not say its version`);
  }
  if (
    /^actions\/checkout@/.test(uses) &&
    inputs?.['persist-credentials'] !== false
  )
    faults.push('checkout leaves its token in the folder');
  if (run?.includes('${{'))
    faults.push('a script has an expression in its text: pass it through env');
  return faults;
}

function jobFaults(job, text) {
  const faults = job.steps.flatMap(step => stepFaults(step, text));
  if (!job['timeout-minutes']) faults.push('has no timeout-minutes');
  if (job.permissions === 'write-all') faults.push('may write everything');
  return faults;
}

function workflowFaults(text) {
  const workflow = parseDocument(text).toJS();
  const faults = [];
  const events = JSON.stringify(workflow.on);
  for (const event of FORBIDDEN_EVENTS) {
    if (events.includes(event)) faults.push(`runs on ${event}`);
  }
  const rights = Object.entries(workflow.permissions ?? { none: 'named' });
  if (typeof workflow.permissions === 'string') faults.push('names no rights');
  else if (!rights.every(([, right]) => ['read', 'none'].includes(right)))
    faults.push('rights to write belong to the job that needs them');
  if (!workflow.concurrency) faults.push('has no concurrency');
  for (const [name, job] of Object.entries(workflow.jobs))
    faults.push(...jobFaults(job, text).map(fault => `${name}: ${fault}`));
  return faults;
}

const faults = [...own, ...offered].flatMap(one => {
  const found = lint(one);
  return [...found, ...(found.length ? [] : workflowFaults(one.text))].map(
    fault => `${one.path}: ${fault}`,
  );
});
for (const fault of faults) console.error(fault);
console.log(
  `${own.length} workflows and ${offered.length} in the documentation checked, ${faults.length} faults`,
);
process.exitCode = faults.length ? 1 : 0;

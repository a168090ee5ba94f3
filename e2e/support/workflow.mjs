// Runs the scripts of a GitHub workflow on this machine: the file itself is read, so
// that what is tested is what runs. Actions (`uses`) are left out.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runScript } from './runScript.mjs';

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(==|!=|&&|\|\||!|\(|\))|([A-Za-z_][\w.-]*))/y;

/**
 * The part of GitHub's expressions that our workflows use; anything else is an error.
 * What is not there is an empty text, as on GitHub.
 */
export function evaluate(text, context) {
  const parts = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim()) {
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`Not understood in an expression: ${text}`);
    const [, literal, operator, name] = match;
    if (literal) parts.push(JSON.stringify(literal.slice(1, -1)));
    else if (operator) parts.push(operator.replace(/^([!=])=$/, '$1=='));
    else if (name === 'cancelled') parts.push('(() => false)');
    else {
      const value = name.split('.').reduce((at, key) => at?.[key], context);
      parts.push(JSON.stringify(value ?? ''));
    }
  }
  // Only literals and the operators above are left
  // eslint-disable-next-line no-new-func
  return new Function(`return ${parts.join(' ')}`)();
}

const fill = (value, context) =>
  String(value).replace(/\$\{\{(.*?)\}\}/g, (_, text) =>
    evaluate(text, context),
  );
const fillAll = (values, context) =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      fill(value, context),
    ]),
  );

/** Whether a step runs: as GitHub decides, without a status function only after success. */
function isDue(step, context, failed) {
  if (!step.if) return !failed;
  const text = String(step.if).replace(/^\$\{\{(.*)\}\}$/, '$1');
  const yes = Boolean(evaluate(text, context));
  return yes && (!failed || /cancelled\(\)/.test(text));
}

/**
 * Runs the scripts of all jobs in a folder, in order, with the environment that GitHub
 * would set. `skip` names steps that cannot run here.
 */
export async function runWorkflow(
  file,
  { cwd, github, vars = {}, secrets = {}, env: more = {}, skip = [] },
) {
  const workflow = parse(readFileSync(file, 'utf8'));
  const temporary = mkdtempSync(join(tmpdir(), 'supply-chain-runner-'));
  const put = (name, text = '') => {
    const path = join(temporary, name);
    writeFileSync(path, text);
    return path;
  };
  const summary = put('summary.md');
  const variables = put('env');
  const event = put('event.json', JSON.stringify(github.event));
  const ran = [];
  let failed = false;
  for (const [jobName, job] of Object.entries(workflow.jobs)) {
    if (failed) break;
    const mayHaveToken = job.permissions?.['id-token'] === 'write';
    const context = { github, vars, secrets, steps: {}, env: {} };
    context.env = fillAll(workflow.env, context);
    Object.assign(context.env, fillAll(job.env, context));
    writeFileSync(variables, '');
    for (const step of job.steps) {
      if (!step.run || skip.includes(step.name)) continue;
      const due = isDue(step, context, failed);
      if (!due) continue;
      const set = Object.fromEntries(
        readFileSync(variables, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map(line => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
      );
      const tokens = mayHaveToken ? more.tokens : {};
      const { code, said } = await runScript(step.run, {
        cwd,
        env: {
          PATH: more.path,
          HOME: process.env.HOME,
          ...more.always,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_REPOSITORY: github.repository,
          GITHUB_REPOSITORY_OWNER: github.repository.split('/')[0],
          GITHUB_REPOSITORY_ID: github.repository_id,
          GITHUB_EVENT_NAME: github.event_name,
          GITHUB_EVENT_PATH: event,
          GITHUB_REF: github.ref,
          GITHUB_REF_TYPE: github.ref_type,
          GITHUB_REF_NAME: github.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
          GITHUB_SHA: github.sha,
          GITHUB_RUN_ID: '1',
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_WORKFLOW: workflow.name,
          GITHUB_WORKFLOW_REF: `${github.repository}/.github/workflows/x.yml@${github.ref}`,
          GITHUB_WORKSPACE: cwd,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_ENV: variables,
          ...tokens,
          ...set,
          ...context.env,
          ...fillAll(step.env, context),
        },
      });
      ran.push({ job: jobName, name: step.name ?? step.run, code, said });
      if (step.id) {
        context.steps[step.id] = {
          outcome: code === 0 ? 'success' : 'failure',
        };
      }
      if (code !== 0 && step['continue-on-error'] !== true) failed = true;
    }
  }
  return {
    failed,
    ran,
    said: ran.map(({ said }) => said).join(''),
    // As a person reads it: the command line writes marks as character references
    summary: readFileSync(summary, 'utf8').replace(/&#(\d+);/g, (_, code) =>
      String.fromCharCode(Number(code)),
    ),
  };
}

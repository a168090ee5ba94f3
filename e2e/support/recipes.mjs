// Takes what docs/pipelines offers out of its pages, and runs it as its CI would.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backend } from './portal.mjs';
import { runScript } from './runScript.mjs';
import { withCommandLine } from './scratch.mjs';

const root = resolve(import.meta.dirname, '../..');
export const path = withCommandLine();

/** The blocks of a page in one language, with this portal and an entity of it filled in. */
export function blocksOf(page, language, entityRef) {
  const text = readFileSync(join(root, 'docs/pipelines', page), 'utf8')
    .replaceAll('https://portal.example.com', backend)
    .replaceAll('component:default/my-service', entityRef);
  const block = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...text.matchAll(block)].map(([, found]) => found);
}

/** Runs a script to its end; one that fails is an error with all that it said. */
export async function succeed(script, { cwd, env }) {
  const { code, said } = await runScript(script, {
    cwd,
    env: { HOME: process.env.HOME, PATH: path, CI: 'true', ...env },
  });
  if (code !== 0) throw new Error(`It ended with ${code}:\n${said}`);
  return said;
}

/** Runs a job of GitLab as its runner would: variables, the rule that holds, the script. */
export async function runGitLabJob(job, { cwd, variables, token }) {
  const put = text =>
    text.replace(/\$(CI_\w+)/g, (_, name) => variables[name] ?? '');
  const rule = job.rules.find(one => put(one.if));
  const given = Object.entries({ ...job.variables, ...rule.variables });
  return await succeed(job.script.join('\n'), {
    cwd,
    env: {
      ...{ GITLAB_CI: 'true', SUPPLY_CHAIN_ID_TOKEN: token },
      ...variables,
      ...Object.fromEntries(given.map(([name, text]) => [name, put(text)])),
    },
  });
}

/** The steps of a Jenkins pipeline that run in a shell, and what it sets for them. */
export function readJenkinsfile(text) {
  const [, set] = /environment \{([^}]*)\}/.exec(text);
  return {
    env: Object.fromEntries(
      [...set.matchAll(/(\w+) = '([^']*)'/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ),
    steps: [...text.matchAll(/\bsh '([^']*)'/g)].map(([, sh]) => sh),
  };
}

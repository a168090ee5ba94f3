import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownJob } from './jobs.mjs';
import { changeCommands, releaseCommands } from './ownPipeline.mjs';

export const OWN_ENTITY = 'supply-chain-cli';

/** As in the workflows: these tell a verdict, and only a no of the gate ends it. */
const MAY_SAY_NO = ['evaluate', 'push', 'posture'];

function git(root, ...args) {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** Packs the command line's source at a commit: the build product of the demo. */
function build({ root, at, version, commit }) {
  const name = `supply-chain-cli-${version}.tar`;
  const output = at(`supply-chain-cli/${name}`);
  const args = ['archive', '--format=tar'];
  const startedAt = new Date().toISOString();
  git(root, ...args, `--output=${output}`, commit, 'packages/cli');
  const built = ['git', ...args, `--output=${name}`, commit, 'packages/cli'];
  return { output, startedAt, built: built.join(' ') };
}

async function runAll(commands, { cli, processes, env }) {
  for (const command of commands) {
    if (processes.stopping) return;
    const mayEnd = MAY_SAY_NO.includes(command[0]) ? [0, 1] : [0];
    await cli(command, { env, mayEnd });
  }
}

/**
 * Sends this repository's own command line as its workflows do: the commit that is
 * checked out as a release, and as a change of its branch.
 */
export async function sendOwn({
  root,
  folder,
  version,
  commit,
  cli,
  processes,
  sigstore,
  unlessSent,
}) {
  const at = name => join(folder, name);
  mkdirSync(at('supply-chain-cli'), { recursive: true });
  const env = { SUPPLY_CHAIN_ENTITY: `component:default/${OWN_ENTITY}` };
  await unlessSent({ entity: OWN_ENTITY, release: version }, async () => {
    const built = commit ? build({ root, at, version, commit }) : {};
    const signed = sigstore !== undefined && commit !== undefined;
    await runAll(releaseCommands({ at, version, ...built, signed }), {
      cli,
      processes,
      env: {
        ...env,
        SUPPLY_CHAIN_RELEASE: version,
        ...(signed && { ...sigstore.env, ...ownJob(commit) }),
      },
    });
  });
  if (!commit) return;
  // A checkout of a commit is on no branch
  const branch = git(root, 'branch', '--show-current') || 'HEAD';
  const change = `${branch}@${commit}`;
  await unlessSent({ entity: OWN_ENTITY, change }, () =>
    runAll(changeCommands({ at, change }), { cli, processes, env }),
  );
}

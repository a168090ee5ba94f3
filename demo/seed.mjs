import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, stateDir } from '../scripts/lib/root.mjs';
import { envFor } from '../scripts/lib/supportedNode.mjs';
import { tail } from '../scripts/lib/Processes.mjs';
import { commitOf, makeDocuments } from './documents.mjs';
import { planOf } from './plan.mjs';
import { OWN_ENTITY, sendOwn } from './sendOwn.mjs';
import { startSigstore, trustConfig } from './sigstore.mjs';

const BIN = join('packages', 'cli', 'bin', 'supply-chain');
const STATE = join(root, 'data', 'demo.json');

function readState() {
  return existsSync(STATE) ? JSON.parse(readFileSync(STATE, 'utf8')) : {};
}

function writeState(state) {
  mkdirSync(dirname(STATE), { recursive: true });
  writeFileSync(STATE, `${JSON.stringify(state, null, 2)}\n`);
}

/** Runs the repository's own command line; its exit code says the verdict. */
function commandLine({ processes, places, token }) {
  return async (args, { mayEnd = [0], env = {} } = {}) => {
    const log = join(stateDir, 'logs', 'demo.log');
    const { ended } = processes.start(
      'demo',
      process.execPath,
      [BIN, ...args],
      {
        cwd: root,
        log,
        env: {
          ...envFor(process.execPath),
          SUPPLY_CHAIN_PORTAL: places.portal,
          SUPPLY_CHAIN_TOKEN: token,
          ...env,
        },
      },
    );
    const { code, error } = await ended;
    const text = tail(log, Infinity);
    if (processes.stopping) throw new Error('stopped');
    if (!mayEnd.includes(code)) {
      throw new Error(error?.message ?? `${args[0]}: ${text}`);
    }
    return text;
  };
}

/** Whether the portal still has that release; its data may have been removed. */
async function hasRelease({ entity, release, change }, { places, token }) {
  const query = new URLSearchParams({
    channel: change ? 'change' : 'release',
    limit: '100',
  });
  const response = await fetch(
    `${places.portal}/api/supply-chain/v1/entities/component/default/${entity}/releases?${query}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok) return false;
  const { items } = await response.json();
  return items.some(({ version }) => version === (change ?? release));
}

/** What the command line printed, or its one line of trouble. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(text);
  }
}

const keyOf = ({ entity, release, change }) => `${entity} ${release ?? change}`;

async function sendAll(plan, { cli, state, processes, portal, say }) {
  const missing = [];
  for (const step of plan) {
    const done = state[keyOf(step)];
    if (done && (step.refused || (await hasRelease(step, portal)))) continue;
    missing.push(step);
  }
  if (missing.length > 0) {
    say(`Sending the demo's documents for ${missing.length} releases.`);
  }
  for (const step of missing) {
    if (processes.stopping) return;
    const place = [
      ...['--entity', `component:default/${step.entity}`],
      ...(step.change
        ? ['--change', step.change]
        : ['--release', step.release]),
    ];
    let link;
    for (const { file, args = [] } of step.sends) {
      const text = await cli(['push', file, ...place, ...args, '--json'], {
        // A refusal is what one of them is there for; a verdict is never trouble.
        mayEnd: step.refused ? [2] : [0, 1, 2],
      });
      const { deliveries, link: next } = parse(text);
      if (!step.refused && deliveries[0].error) {
        throw new Error(`${file}: ${deliveries[0].error}`);
      }
      link = next ?? link;
    }
    for (const command of step.then ?? []) await cli([...command, ...place]);
    state[keyOf(step)] = { link: link ?? null };
    writeState(state);
  }
}

/** This repository's own release: its version names the commit that is checked out. */
function ownRelease() {
  const commit = commitOf(root);
  const { version: base } = JSON.parse(
    readFileSync(join(root, 'packages', 'cli', 'package.json'), 'utf8'),
  );
  return {
    commit,
    version: commit ? `${base}+${commit.slice(0, 8)}` : base,
  };
}

/**
 * Makes ready what must be there before the backend starts: where something is still to
 * be signed, a Sigstore whose certificates the backend will trust.
 */
export async function prepare({ processes, send, say = console.log }) {
  const folder = join(stateDir, 'demo');
  const logs = join(stateDir, 'logs');
  const { version } = ownRelease();
  const isSent = readState()[keyOf({ entity: OWN_ENTITY, release: version })];
  const sigstore =
    send && !isSent
      ? await startSigstore({ root, folder, processes, logs })
      : undefined;
  if (send && !isSent && !sigstore && !processes.stopping) {
    say("The demo's Sigstore did not start; its documents are not signed.");
  }
  return { sigstore, config: send ? trustConfig({ root, folder }) : {} };
}

/**
 * Sends what the portal does not have yet and returns the lines to show. Trouble here
 * never ends the portal: it is told, and the portal goes on without the demo.
 */
export async function seed({
  processes,
  token,
  places,
  send,
  sigstore,
  say = console.log,
}) {
  const { commit, version } = ownRelease();
  const cli = commandLine({ processes, places, token });
  const state = readState();
  const portal = { places, token };
  let failing = { entity: 'chainloop', release: '2026.11.2' };
  if (send) {
    try {
      const folder = join(stateDir, 'demo');
      const documents = await makeDocuments({
        ...{ root, folder, cli, version, sigstore },
      });
      const plan = planOf(documents, version, new Date());
      failing = plan.find(({ expect }) => expect === 'failed');
      await sendAll(plan, {
        cli,
        state,
        processes,
        portal,
        say,
      });
      await sendOwn({
        ...{ root, folder, version, commit, cli, processes, sigstore },
        unlessSent: async (step, send) => {
          if (state[keyOf(step)] && (await hasRelease(step, portal))) return;
          await send();
          state[keyOf(step)] = {};
          writeState(state);
        },
      });
    } catch (error) {
      if (processes.stopping) return [];
      say(`The demo could not be sent whole: ${error.message}`);
    } finally {
      sigstore?.stop();
    }
  }
  const run = 'npm run -s supply-chain -- push';
  const failingLink = state[keyOf(failing)]?.link;
  return [
    '',
    ...(failingLink
      ? [
          `A release that cannot ship   ${failingLink}`,
          `  this turns it green        ${run} .supply-chain/demo/chainloop-fixed/sbom.cdx.json .supply-chain/demo/chainloop-fixed/grype.json --entity ${failing.entity} --release ${failing.release}`,
        ]
      : []),
    `The portal page              ${places.app}/supply-chain`,
    `Your own project             ${places.app}/catalog/default/component/your-project`,
    `  send it your SBOM          ${run} <file> --entity your-project --release 1.0.0`,
    '',
  ];
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './Failure.mjs';
import { install } from './install.mjs';
import { isPortTaken } from './isPortTaken.mjs';
import { lock } from './lock.mjs';
import { openBrowser } from './openBrowser.mjs';
import { Processes, tail } from './Processes.mjs';
import { root, stateDir } from './root.mjs';
import { envFor } from './supportedNode.mjs';
import { waitFor } from './waitFor.mjs';

const PORTS = { app: 3000, portal: 7007 };

/** Page and backend; another port than the usual one takes the next for the backend. */
function portsFor(port) {
  return port === undefined ? PORTS : { app: port, portal: port + 1 };
}

function placesAt(ports) {
  return {
    portal: `http://localhost:${ports.portal}`,
    app: `http://localhost:${ports.app}`,
  };
}

async function refuseTakenPorts(ports) {
  for (const port of Object.values(ports)) {
    if (await isPortTaken(port)) {
      throw new Failure(
        `Port ${port} is taken by another program: stop that one, or start with --port and a free one.`,
      );
    }
  }
}

/** A new token for every start; only this user can read it. */
function writeToken(places) {
  const token = randomBytes(32).toString('base64url');
  const path = join(stateDir, 'dev-token');
  rmSync(path, { force: true });
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  writeFileSync(
    join(stateDir, 'portal.json'),
    `${JSON.stringify(places, null, 2)}\n`,
  );
  return token;
}

/** What the configuration says of addresses, where it is not to hold. */
function addresses(ports, places) {
  if (ports === PORTS) return {};
  return {
    APP_CONFIG_app_baseUrl: places.app,
    APP_CONFIG_backend_baseUrl: places.portal,
    APP_CONFIG_backend_listen_port: String(ports.portal),
    APP_CONFIG_backend_cors_origin: places.app,
    APP_CONFIG_supplyChain_pipelines_audience: places.portal,
  };
}

function startServers(processes, token, { ports, places, config }) {
  const logs = join(stateDir, 'logs');
  const env = {
    ...addresses(ports, places),
    ...config,
    ...envFor(process.execPath),
    NODE_ENV: 'development',
    SUPPLY_CHAIN_DEV_TOKEN: token,
    // The script opens the browser itself, once there is something to see.
    BROWSER: 'none',
  };
  const cli = join(root, 'node_modules', '@backstage', 'cli');
  return [
    processes.start(
      'backend',
      process.execPath,
      ['--require', join(cli, 'config', 'nodeTransform.cjs'), 'src/index'],
      {
        cwd: join(root, 'packages', 'backend'),
        env,
        log: join(logs, 'backend.log'),
      },
    ),
    processes.start(
      'frontend',
      process.execPath,
      [join(cli, 'bin', 'backstage-cli'), 'package', 'start'],
      {
        cwd: join(root, 'packages', 'app'),
        env,
        log: join(logs, 'frontend.log'),
      },
    ),
  ];
}

/** Runs the portal until it is told to stop; returns the exit code. */
export async function startPortal({ port, open, demo, reset, verbose }) {
  const unlock = lock(join(stateDir, 'start.lock'), {
    script: 'start.mjs',
    what: 'The portal',
  });
  const processes = new Processes({ verbose });
  let since;
  let askedToStop;
  const stopped = new Promise(resolve => (askedToStop = resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C may reach us twice at once: from the terminal and from a parent.
      if (since !== undefined && Date.now() - since > 1000) processes.kill();
      since ??= Date.now();
      processes.stop();
      askedToStop();
    });
  }
  try {
    const failed = run({ processes, port, open, demo, reset }).then(
      () => undefined,
      error => {
        if (!processes.stopping) return error;
        return undefined;
      },
    );
    const error = await Promise.race([failed, stopped]);
    if (error) throw error;
    if (!processes.stopping) await stopped;
    return 0;
  } finally {
    await processes.stop();
    unlock();
    if (since !== undefined) console.log('Stopped.');
  }
}

async function run({ processes, port, open, demo, reset }) {
  const ports = portsFor(port);
  const places = placesAt(ports);
  await refuseTakenPorts(ports);
  if (reset) {
    rmSync(join(root, 'data'), { recursive: true, force: true });
    for (const name of ['logs', 'demo']) {
      rmSync(join(stateDir, name), { recursive: true, force: true });
    }
    console.log('Removed data/ and what earlier starts left behind.');
  }
  await install({ root, processes, logs: join(stateDir, 'logs') });
  if (processes.stopping) return;

  const began = Date.now();
  mkdirSync(join(root, 'data', 'sqlite'), { recursive: true });
  const token = writeToken(places);
  console.log(
    'Starting backend and frontend (up to a minute, about 2 GB of memory).',
  );
  const { prepare } = await import('../../demo/seed.mjs');
  const { sigstore, config } = await prepare({ processes, send: demo });
  if (processes.stopping) return;
  const servers = startServers(processes, token, { ports, places, config });
  const died = Promise.race(servers.map(({ ended }) => ended)).then(
    async end => {
      // Ctrl-C reaches them as well as us, in any order.
      await new Promise(resolve => setTimeout(resolve, 500));
      if (processes.stopping) return;
      const { log } = servers.find(({ name }) => name === end.name);
      console.error(tail(log));
      throw new Failure(
        `The ${end.name} ended by itself (${
          end.error?.message ?? end.signal ?? `code ${end.code}`
        }); its whole log is ${log}`,
      );
    },
  );
  await Promise.race([
    died,
    becomeReady({ processes, places, token, open, demo, began, sigstore }),
  ]);
  await died;
}

async function becomeReady({
  processes,
  places,
  token,
  open,
  demo,
  began,
  sigstore,
}) {
  const wait = { isOver: () => processes.stopping };
  await waitFor(
    'the backend',
    `${places.portal}/.backstage/health/v1/readiness`,
    wait,
  );
  await waitFor('the frontend', places.app, wait);
  for (const ref of ['user/default/guest', 'component/default/chainloop']) {
    await waitFor(
      'the catalog',
      `${places.portal}/api/catalog/entities/by-name/${ref}`,
      { ...wait, headers: { authorization: `Bearer ${token}` } },
    );
  }
  if (processes.stopping) return;
  console.log(`Up after ${Math.round((Date.now() - began) / 1000)} s.`);
  const { seed } = await import('../../demo/seed.mjs');
  const links = await seed({ processes, token, places, send: demo, sigstore });
  if (processes.stopping) return;
  for (const line of links) console.log(line);
  console.log('Stop with Ctrl-C.');
  if (open) openBrowser(`${places.app}/supply-chain`);
}

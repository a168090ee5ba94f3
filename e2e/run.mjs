// Starts the portal as a person would, walks it in real Chromium, and stops it.
// `--portal http://localhost:3000` walks one that runs already, `--port 3100` starts it
// there; a word names the tests by a part of their file's name. Screenshots go to E2E_SHOTS, by default a folder outside the tree.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { pipelinesFor } from './support/issuer.mjs';

const root = resolve(import.meta.dirname, '..');
const valueOf = flag =>
  process.argv.includes(flag)
    ? process.argv[process.argv.indexOf(flag) + 1]
    : undefined;
const running = valueOf('--portal');
const port = valueOf('--port');
const TAKES_VALUE = ['--portal', '--port', '--only'];
const word = process.argv
  .slice(2)
  .find(
    (arg, at, all) =>
      !arg.startsWith('-') && !TAKES_VALUE.includes(all[at - 1]),
  );
const only = valueOf('--only') ?? word ?? '';
const tests = readdirSync(join(root, 'e2e'))
  .filter(name => name.endsWith('.test.mjs') && name.includes(only))
  .sort();
/** The story begins with a project that nothing has been sent for; Node orders by name. */
const rounds = [
  tests.filter(name => name.startsWith('story')),
  tests.filter(name => !name.startsWith('story')),
].filter(round => round.length > 0);

/** An address where tests can issue tokens to jobs. */
function freeAddress() {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}`;
      server.close(() => done(address));
    });
  });
}

/** What the portal is told beside its configuration: that issuer and its repository, and an entity with docs. */
function configFor(issuer) {
  const { supplyChain, catalog } = parse(
    readFileSync(join(root, 'app-config.yaml'), 'utf8'),
  );
  const { pipelines } = supplyChain;
  const handbook = { type: 'file', target: '../../e2e/catalog/handbook.yaml' };
  const { issuers, mappings } = pipelinesFor(issuer);
  const prefix = 'APP_CONFIG_supplyChain_pipelines';
  return {
    APP_CONFIG_catalog_locations: JSON.stringify([
      ...catalog.locations,
      handbook,
    ]),
    [`${prefix}_issuers`]: JSON.stringify([...pipelines.issuers, ...issuers]),
    [`${prefix}_mappings`]: JSON.stringify([
      ...pipelines.mappings,
      ...mappings,
    ]),
  };
}

const issuer = running ? process.env.E2E_ISSUER : await freeAddress();

/** Resolves once the start script says that the portal is ready. */
function startPortal() {
  const args = ['scripts/start.mjs', '--no-open'];
  if (port) args.push('--port', port);
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...configFor(issuer) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ready = new Promise((done, failed) => {
    let seen = '';
    const timer = setTimeout(
      () =>
        failed(new Error(`the portal was not ready in 10 minutes:\n${seen}`)),
      600_000,
    );
    const listen = chunk => {
      seen = (seen + chunk).slice(-20_000);
      process.stdout.write(chunk);
      if (/^Stop with Ctrl-C/m.test(seen)) {
        clearTimeout(timer);
        done();
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', code =>
      failed(new Error(`npm start ended with ${code}:\n${seen}`)),
    );
  });
  return { child, ready };
}

async function stopPortal(child) {
  const ended = new Promise(done => child.on('exit', done));
  process.kill(-child.pid, 'SIGINT');
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}

function runTests(base, names) {
  return new Promise(done => {
    const child = spawn(
      process.execPath,
      ['--test', '--test-concurrency=1', '--test-reporter=spec', ...names],
      {
        cwd: root,
        stdio: 'inherit',
        env: {
          ...process.env,
          E2E_PORTAL: base,
          ...(issuer && { E2E_ISSUER: issuer }),
          E2E_SHOTS:
            process.env.E2E_SHOTS ?? join(tmpdir(), 'supply-chain-shots'),
        },
      },
    );
    child.on('exit', code => done(code ?? 1));
  });
}

const portal = running ? undefined : startPortal();
let code = 1;
try {
  await portal?.ready;
  code = 0;
  for (const round of rounds) {
    const base = running ?? `http://localhost:${port ?? 3000}`;
    const ended = await runTests(
      base,
      round.map(name => join(root, 'e2e', name)),
    );
    code ||= ended;
  }
} catch (error) {
  code = 1;
  console.error(error.message);
} finally {
  if (portal && portal.child.exitCode === null) await stopPortal(portal.child);
}
process.exit(code);

import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure } from './Failure.mjs';
import { envFor } from './supportedNode.mjs';
import { tail } from './Processes.mjs';

const HEARTBEAT_MS = 15_000;

function readOr(path, fallback = '') {
  return existsSync(path) ? readFileSync(path, 'utf8') : fallback;
}

/** Changes with everything that an install depends on. */
export function installStamp(root) {
  const hash = createHash('sha256').update(process.versions.modules);
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name =>
      join(root, folder, name, 'package.json'),
    ),
  );
  for (const file of [
    join(root, 'yarn.lock'),
    join(root, '.yarnrc.yml'),
    join(root, 'package.json'),
    ...manifests.sort(),
  ]) {
    hash.update(file.slice(root.length)).update(readOr(file));
  }
  return hash.digest('hex');
}

/** Not in node_modules: yarn sweeps what it does not know out of there. */
function markerOf(root) {
  return join(root, '.yarn', 'supply-chain-installing');
}

/** `current`, `missing`, `interrupted` or `stale`. */
export function installState(root) {
  const modules = join(root, 'node_modules');
  if (existsSync(markerOf(root))) {
    return 'interrupted';
  }
  if (!existsSync(modules)) return 'missing';
  const stamp = readOr(join(modules, '.supply-chain-installed'));
  return stamp === installStamp(root) ? 'current' : 'stale';
}

function yarnOf(root) {
  const path = /^yarnPath: (.+)$/m.exec(readOr(join(root, '.yarnrc.yml')))?.[1];
  if (!path) throw new Failure('.yarnrc.yml names no yarnPath');
  return join(root, path.trim());
}

/** Installs what yarn.lock says, unless that is already there. */
export async function install({ root, processes, logs, say = console.log }) {
  const state = installState(root);
  if (state === 'current') return;
  const modules = join(root, 'node_modules');
  const marker = markerOf(root);
  say(
    {
      missing:
        'First run: about 1 GB of packages come from the registry and unpack to 2 GB; this takes 1 to 5 minutes, later starts well under one.',
      interrupted: 'The last install was interrupted: installing again.',
      stale: 'Dependencies may have changed: installing what yarn.lock says.',
    }[state],
  );
  const began = Date.now();
  writeFileSync(marker, '');
  const heart = setInterval(
    () =>
      say(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`),
    HEARTBEAT_MS,
  );
  const { log, ended } = processes.start(
    'install',
    process.execPath,
    [yarnOf(root), 'install', '--immutable'],
    {
      cwd: root,
      env: {
        ...envFor(process.execPath),
        YARN_ENABLE_PROGRESS_BARS: 'false',
        // The people who set npm to a mirror mean it for yarn too.
        ...mirror(process.env),
      },
      log: join(logs, 'install.log'),
    },
  );
  const { code, error } = await ended;
  clearInterval(heart);
  if (processes.stopping) return;
  if (code !== 0) {
    say(error?.message ?? tail(log));
    throw new Failure(
      `The packages could not be installed (yarn ended with ${code}); the whole log is ${log}. Run the same command to try again.`,
    );
  }
  writeFileSync(join(modules, '.supply-chain-installed'), installStamp(root));
  rmSync(marker, { force: true });
  say(`  installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

function mirror({ npm_config_registry: registry, YARN_NPM_REGISTRY_SERVER }) {
  const isDefault =
    !registry || /^https:\/\/registry\.npmjs\.org\/?$/.test(registry);
  if (isDefault || YARN_NPM_REGISTRY_SERVER) return {};
  return { YARN_NPM_REGISTRY_SERVER: registry.replace(/\/+$/, '') };
}

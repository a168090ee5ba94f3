import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const PROGRAM = [
  ...['packages', 'evidence', 'src', '__testUtils__'],
  ...['privateSigstore', 'main.ts'],
];
const LISTS = [
  'certificateAuthorities',
  'ctlogs',
  'tlogs',
  'timestampAuthorities',
];
const START_LIMIT_MS = 60_000;

/** What is kept of every Sigstore that ever signed for this demo: its public half. */
function rememberRoot(path, root) {
  const earlier = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : undefined;
  const all = { ...root };
  for (const list of LISTS) {
    all[list] = [...(earlier?.[list] ?? []), ...root[list]];
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(all));
  renameSync(`${path}.new`, path);
}

/** The first line that it prints, once it is there. */
async function firstLine(log, { isOver }) {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; ) {
    if (isOver()) return undefined;
    const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
    const line = text.split('\n').find(each => each.startsWith('{"url"'));
    if (line) return JSON.parse(line);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return undefined;
}

/**
 * Starts a Sigstore of this machine's own for what the demo has still to sign, and
 * keeps its certificates before a backend reads them. Its keys end with it.
 *
 * @returns how to sign with it, and how to end it; nothing where it did not start
 */
export async function startSigstore({ root, folder, processes, logs }) {
  const log = join(logs, 'sigstore.log');
  const transform = createRequire(join(root, 'package.json')).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  );
  const { ended, stop } = processes.start(
    'sigstore',
    process.execPath,
    ['--require', transform, join(...PROGRAM)],
    { cwd: root, log },
  );
  let over = false;
  ended.then(() => (over = true));
  const told = await firstLine(log, { isOver: () => over });
  if (!told) return undefined;
  rememberRoot(join(folder, 'trusted_root.json'), told.trustedRoot);
  return {
    env: {
      SUPPLY_CHAIN_FULCIO_URL: told.url,
      SUPPLY_CHAIN_REKOR_URL: told.url,
      SUPPLY_CHAIN_REKOR_VERSION: '2',
      SUPPLY_CHAIN_TIMESTAMP_SERVER_URL: told.url,
    },
    stop,
  };
}

/** What the backend is told beside its configuration; nothing without certificates. */
export function trustConfig({ root, folder }) {
  if (!existsSync(join(folder, 'trusted_root.json'))) return {};
  const path = join(root, 'demo', 'trust.yaml');
  return {
    APP_CONFIG_supplyChain_trust: JSON.stringify(
      parse(readFileSync(path, 'utf8')),
    ),
  };
}

import { readFileSync } from 'node:fs';
import { Config } from '@backstage/config';
import { AdoptionRule, TrustPolicy } from '@hotpass/supply-chain-evidence';
import { readTrustLine } from './readTrustLine';
import { requireHttps } from './requireHttps';
import { tufSeed } from './tufSeed';
import { TrustConfig, TrustRootConfig } from './TrustConfig';
import { oneOf } from './words';

const NAME = /^[\w.-]{1,100}$/;

/**
 * Reads `supplyChain.trust` and the files it names, once, at start: whatever is wrong
 * with one of them is told then, by its key. What a policy means as a whole is checked
 * where it is put together, see `TrustPolicies`.
 */
export function readTrust(config: Config | undefined): TrustConfig {
  const list = (name: string) =>
    config?.getOptionalConfigArray(`trust.${name}`) ?? [];
  return {
    roots: list('roots').map((root, at) => readRoot(root, `roots[${at}]`)),
    keys: list('keys').map((key, at) => readKeyFile(key, `keys[${at}]`)),
    lines: list('lines').map((line, at) => readTrustLine(line, `lines[${at}]`)),
    adoption: list('adoption').map((rule, at) =>
      readAdoption(rule, `adoption[${at}]`),
    ),
  };
}

function readRoot(config: Config, key: string): TrustRootConfig {
  const name = readName(config, key);
  const file = config.getOptionalString('file');
  const tuf = config.getOptionalConfig('tuf');
  if (file === undefined && tuf === undefined) {
    fail(`${key} needs a file, a tuf repository, or both`);
  }
  const mirror = tuf && readMirror(tuf.getString('mirror'), key);
  const rootFile = tuf?.getOptionalString('rootFile');
  const seed = mirror === undefined ? undefined : tufSeed(mirror);
  if (tuf && rootFile === undefined && !seed) {
    fail(
      `${key}.tuf.rootFile is needed: nobody else says by which root.json '${mirror}' is first trusted`,
    );
  }
  const initialRoot =
    rootFile === undefined
      ? seed?.initialRoot
      : readText(rootFile, `${key}.tuf.rootFile`);
  const packaged = rootFile === undefined ? seed?.trustedRoot : undefined;
  const root = file === undefined ? packaged : readJson(file, `${key}.file`);
  return {
    name,
    ...(root && { root }),
    ...(mirror &&
      initialRoot && {
        tuf: { mirror, initialRoot, isPackaged: rootFile === undefined },
      }),
  };
}

function readMirror(mirror: string, key: string): string {
  requireHttps(mirror, `trust.${key}.tuf.mirror`);
  return mirror.replace(/\/+$/, '');
}

function readKeyFile(config: Config, key: string): TrustPolicy['keys'][number] {
  const padding = config.getOptionalString('padding');
  return {
    name: readName(config, key),
    pem: readText(config.getString('file'), `${key}.file`),
    ...(padding !== undefined && {
      padding: oneOf<'pkcs1' | 'pss'>(
        ['pkcs1', 'pss'],
        padding,
        `trust.${key}.padding`,
      ),
    }),
  };
}

function readAdoption(config: Config, key: string): AdoptionRule {
  return {
    entities: config.getStringArray('entities'),
    state: oneOf(
      ['digests-only', 'signed', 'keyless'],
      config.getString('state'),
      `trust.${key}.state`,
    ),
    from: config.getString('from'),
  };
}

function readName(config: Config, key: string): string {
  const name = config.getString('name');
  if (!NAME.test(name)) {
    fail(`${key}.name has 1 to 100 letters, digits and . _ -`);
  }
  return name;
}

function readJson(path: string, key: string): Record<string, unknown> {
  try {
    return JSON.parse(readText(path, key));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(`${key}: '${path}' is not JSON`);
  }
}

function readText(path: string, key: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return fail(`${key}: '${path}' was not read: ${(error as Error).message}`);
  }
}

function fail(message: string): never {
  throw new Error(`supplyChain.trust.${message}`);
}

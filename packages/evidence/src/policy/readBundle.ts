import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sha256Hex } from '../facts/canonicalJson';
import { PolicyError } from './PolicyError';
import { readTar } from './readTar';
import { RuleDescription } from './types';

const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;

/** The parts of a bundle made by `opa build -t wasm` that judging needs. */
export interface PolicyBundle {
  /** `sha256:<hex>` of the file. */
  digest: string;
  wasm: Uint8Array;
  /** Without the rules' descriptions, which no rule reads. */
  data: Record<string, unknown>;
  rules: RuleDescription[];
}

/** The bundle in this package's assets, from source and from the build alike. */
export function defaultBundlePath(): string {
  const asset = join('assets', 'policy', 'bundle.tar.gz');
  // Searched upwards, so the depth of the built file does not matter; this library
  // knows nothing of Backstage and its `resolvePackagePath`.
  // eslint-disable-next-line no-restricted-syntax
  let folder = __dirname;
  while (!existsSync(join(folder, asset)) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return join(folder, asset);
}

/** Throws `PolicyError` with code `bundle-missing` or `bundle-digest`. */
export async function readBundle(
  path: string,
  expectedDigest?: string,
): Promise<PolicyBundle> {
  const bytes = await readFile(path).catch(error => {
    throw new PolicyError(
      'bundle-missing',
      `cannot read policy bundle '${path}': ${error.message}`,
    );
  });
  const digest = `sha256:${sha256Hex(bytes)}`;
  if (expectedDigest !== undefined && digest !== expectedDigest) {
    throw new PolicyError(
      'bundle-digest',
      `policy bundle '${path}' has digest ${digest}, expected ${expectedDigest}`,
    );
  }
  return { digest, ...(await unpack(path, bytes)) };
}

async function unpack(path: string, bytes: Buffer) {
  try {
    const files = readTar(
      await promisify(gunzip)(bytes, { maxOutputLength: MAX_BUNDLE_BYTES }),
    );
    const wasm = files.get('policy.wasm');
    const text = files.get('data.json');
    const { rules, ...data } = text
      ? JSON.parse(Buffer.from(text).toString())
      : {};
    if (!wasm || !Array.isArray(rules)) {
      throw new Error(
        `it lacks ${
          wasm ? '`rules` in data.json' : 'policy.wasm'
        }; build it with \`yarn policy build\``,
      );
    }
    return { wasm, data: data as Record<string, unknown>, rules };
  } catch (error) {
    throw new PolicyError(
      'bundle-missing',
      `'${path}' is no policy bundle: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

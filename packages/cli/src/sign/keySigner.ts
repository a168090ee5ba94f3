import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  keyMaterial,
  readSigningKey,
  SigningKey,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import type { Surroundings } from '../Surroundings';
import { named } from '../verify/readMaterial';
import { Signer } from './Signer';
import { SigningOptions } from './SigningOptions';

/** The key that was given, if one was. */
export async function findKey(
  { keyFile }: SigningOptions,
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Promise<SigningKey | undefined> {
  const passphrase = env.SUPPLY_CHAIN_SIGNING_PASSPHRASE;
  if (keyFile === undefined) {
    const pem = env.SUPPLY_CHAIN_SIGNING_KEY;
    if (!pem) return undefined;
    return named('SUPPLY_CHAIN_SIGNING_KEY', () =>
      readSigningKey(pem, passphrase),
    );
  }
  let pem: string;
  try {
    pem = await readFile(resolve(cwd, keyFile), 'utf8');
  } catch (error) {
    throw new CliError(`${keyFile} cannot be read: ${whyNot(error)}`);
  }
  return named(keyFile, () => readSigningKey(pem, passphrase));
}

export function keySigner(key: SigningKey): Signer {
  return {
    sign: async ({ data }) => ({
      signature: key.sign(data),
      material: keyMaterial(key),
      verifier: key.publicKey,
    }),
    name: () => `with the key ${key.id.slice(0, 16)}…`,
    details: () => ({ keyId: key.id }),
  };
}

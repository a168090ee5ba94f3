import {
  SigningKey,
  toBundle,
  toSignable,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { named } from '../verify/readMaterial';
import { findIdentityToken } from './findIdentityToken';
import { findServices } from './findServices';
import { findKey, keySigner } from './keySigner';
import { keylessSigner } from './keylessSigner';
import { Services } from './Services';
import { Signer } from './Signer';
import { SigningOptions } from './SigningOptions';
import { witness } from './witness';

/** What signs the files of one command. */
export interface Signing extends Pick<Signer, 'name' | 'details'> {
  /** A Sigstore bundle v0.3 as text; `given` is the document's name for a refusal. */
  sign(bytes: Uint8Array, given: string): Promise<string>;
  /** Where it is published, for a sentence. */
  published: string;
}

/**
 * With a key where one is given, else with a certificate for the job. Flags say more
 * than the environment: `--fulcio-url` is not overridden by a key that lies there.
 *
 * @throws CliError where nothing says how
 */
export async function openSigning(
  options: SigningOptions,
  surroundings: Surroundings,
): Promise<Signing> {
  const keyless =
    options.fulcioUrl !== undefined || options.identityTokenFile !== undefined;
  const key = keyless ? undefined : await findKey(options, surroundings);
  const services = await findServices(options, surroundings);
  const signer = key
    ? keySigner(checkedKey(key, services))
    : await openKeyless(options, services, surroundings);
  return {
    name: signer.name,
    details: signer.details,
    published: services.logs.map(({ url }) => url).join(', '),
    sign: async (bytes, given) => {
      const signable = named(given, () => toSignable(bytes));
      const { signature, material, verifier } = await signer.sign(signable);
      const bundle = toBundle(signable, signature, material);
      const witnessed = await witness(bundle, verifier, services);
      return `${JSON.stringify(witnessed)}\n`;
    },
  };
}

/** Logs take less than verifiers do; better told before anything is sent. */
function checkedKey(key: SigningKey, { logs }: Services): SigningKey {
  if (logs.some(({ version }) => version === 2)) {
    throw new CliError(
      'A Rekor log of version 2 is given certificates here, no keys: sign without --key-file, or name a log of version 1 or none',
    );
  }
  if (logs.length > 0 && !key.loggable) {
    throw new CliError(
      'A Rekor log takes signatures of ECDSA P-256 and RSA keys: sign with one of these, or without --rekor-url',
    );
  }
  return key;
}

async function openKeyless(
  options: SigningOptions,
  services: Services,
  surroundings: Surroundings,
): Promise<Signer> {
  const { fulcio, logs, timestamps } = services;
  if (!fulcio) {
    throw new CliError(
      'There is nothing to sign with: give --key-file or SUPPLY_CHAIN_SIGNING_KEY, or for signing without a key the addresses of your Sigstore, --signing-config or --fulcio-url with --rekor-url or --timestamp-server-url. None is the default, because public logs show names for ever; the public ones are https://fulcio.sigstore.dev, https://rekor.sigstore.dev and https://timestamp.sigstore.dev',
    );
  }
  if (timestamps.length === 0 && !logs.some(({ version }) => version === 1)) {
    throw new CliError(
      'A certificate is valid for minutes, and nothing here tells the time: name a timestamp authority with --timestamp-server-url, or a Rekor log of version 1 with --rekor-url',
    );
  }
  const token = await findIdentityToken(options, surroundings);
  return keylessSigner(fulcio, token);
}

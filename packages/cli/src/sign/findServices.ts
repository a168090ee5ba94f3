import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import type { Surroundings } from '../Surroundings';
import { readSigningConfig } from './readSigningConfig';
import { NO_SERVICES, Services } from './Services';
import { serviceUrl } from './serviceUrl';
import { SigningOptions } from './SigningOptions';

/**
 * Where to sign: flags, else the environment, else a signing configuration, each
 * service by itself. There is no default: public logs keep names for ever.
 */
export async function findServices(
  options: SigningOptions,
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Promise<Services> {
  const config = options.signingConfig ?? env.SUPPLY_CHAIN_SIGNING_CONFIG;
  const listed = config ? await readConfig(config, cwd) : NO_SERVICES;
  const told = (flag: string, given: string | undefined, variable: string) => {
    if (given !== undefined) return serviceUrl(given, flag);
    return env[variable] ? serviceUrl(env[variable], variable) : undefined;
  };
  const log = told('--rekor-url', options.rekorUrl, 'SUPPLY_CHAIN_REKOR_URL');
  const stamp = told(
    '--timestamp-server-url',
    options.timestampServerUrl,
    'SUPPLY_CHAIN_TIMESTAMP_SERVER_URL',
  );
  return {
    fulcio:
      told('--fulcio-url', options.fulcioUrl, 'SUPPLY_CHAIN_FULCIO_URL') ??
      listed.fulcio,
    logs: log ? [{ url: log, version: versionOf(options, env) }] : listed.logs,
    timestamps: stamp ? [stamp] : listed.timestamps,
  };
}

function versionOf(options: SigningOptions, env: NodeJS.ProcessEnv): 1 | 2 {
  const given = options.rekorVersion ?? (env.SUPPLY_CHAIN_REKOR_VERSION || '1');
  if (given === '1') return 1;
  if (given === '2') return 2;
  throw new CliError(`SUPPLY_CHAIN_REKOR_VERSION is ${given}: it is 1 or 2`);
}

async function readConfig(given: string, cwd: string): Promise<Services> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, given), 'utf8');
  } catch (error) {
    throw new CliError(`${given} cannot be read: ${whyNot(error)}`);
  }
  return readSigningConfig(text, given, new Date());
}

import { SupplyChainClient } from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { findDevelopmentPortal } from './findDevelopmentPortal';

export interface PortalOptions {
  portal?: string;
  token?: string;
}

/** A portal to talk to. */
export interface Portal {
  client: SupplyChainClient;
  /** Base URL of the API, without a slash at the end. */
  address: string;
  token: string;
  /** The address of a page, from the path that a receipt states. */
  pageUrl: (path: string) => string;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function addressOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new CliError(
      `--portal ${given} is not an address such as https://portal.example.com`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new CliError(
      '--portal takes an address without user, password, query or fragment',
    );
  }
  return url;
}

/**
 * Finds portal and token: flags, then `SUPPLY_CHAIN_PORTAL` and `SUPPLY_CHAIN_TOKEN`,
 * then a local portal's own development token, which is only ever sent to this machine.
 */
export async function connect(
  options: PortalOptions,
  { env, cwd, fetch }: Pick<Surroundings, 'env' | 'cwd' | 'fetch'>,
): Promise<Portal> {
  const local = await findDevelopmentPortal(cwd);
  const given = options.portal ?? env.SUPPLY_CHAIN_PORTAL ?? local?.portal;
  if (!given) {
    throw new CliError(
      'Which portal? Give --portal <address> or set SUPPLY_CHAIN_PORTAL',
    );
  }
  const url = addressOf(given);
  const isLocal = LOOPBACK.test(url.hostname);
  const token = (
    options.token ??
    env.SUPPLY_CHAIN_TOKEN ??
    (isLocal ? local?.token : undefined)
  )?.trim();
  if (!token) {
    throw new CliError(
      'No token: set SUPPLY_CHAIN_TOKEN to a token that the portal has granted this',
    );
  }
  if (/[^\x21-\x7e]/.test(token)) {
    throw new CliError(
      'The token has spaces or line breaks in it: was it copied whole?',
    );
  }
  if (url.protocol === 'http:' && !isLocal) {
    throw new CliError(
      `${given} is not encrypted, so no token is sent there: use https`,
    );
  }
  const address = url.href.replace(/\/+$/, '');
  const sameAsLocal =
    isLocal && local && addressOf(local.portal).port === url.port;
  const pages = (sameAsLocal ? local.app : address).replace(/\/+$/, '');
  return {
    address,
    token,
    pageUrl: path => `${pages}/${path.replace(/^\/+/, '')}`,
    client: new SupplyChainClient({
      discoveryApi: { getBaseUrl: async id => `${address}/api/${id}` },
      // A redirect could carry token and evidence to somewhere else.
      fetchApi: {
        fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
      },
    }),
  };
}

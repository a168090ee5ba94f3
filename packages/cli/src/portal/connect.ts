import {
  RetentionClient,
  SupplyChainClient,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { addressOf, isLoopback } from './addressOf';
import { findDevelopmentPortal } from './findDevelopmentPortal';
import { findTokens, TokenOptions } from './findTokens';
import { isForkWithoutToken } from './forkRun';
import { JobTokens } from './JobTokens';
import { pagesOf } from './pagesOf';

export interface PortalOptions extends TokenOptions {
  portal?: string;
  app?: string;
}

/** A portal to talk to. */
export interface Portal {
  client: SupplyChainClient;
  retention: RetentionClient;
  /** Base URL of the API, without a slash at the end. */
  address: string;
  tokens: JobTokens;
  /** Never follows a redirect, which could carry token and evidence elsewhere. */
  fetch: typeof fetch;
  /** The address of a page, from its path. */
  pageUrl: (path: string) => string;
}

/**
 * Finds portal and token: flags, then `SUPPLY_CHAIN_PORTAL` and the job's tokens,
 * then a local portal's own development token, which is only ever sent to this machine.
 */
export async function connect(
  options: PortalOptions,
  surroundings: Surroundings,
): Promise<Portal> {
  const { env, cwd } = surroundings;
  const local = await findDevelopmentPortal(cwd);
  const given = options.portal || env.SUPPLY_CHAIN_PORTAL || local?.portal;
  if (!given) {
    throw new CliError(
      'Which portal? Give --portal <address> or set SUPPLY_CHAIN_PORTAL',
    );
  }
  const url = addressOf(given);
  const address = url.href.replace(/\/+$/, '');
  const isLocal = isLoopback(url) && local !== undefined;
  if (!options.token && !isLocal && (await isForkWithoutToken(env))) {
    throw new CliError(
      "A fork's pull request gets no token, so the portal cannot be asked: run supply-chain push, which judges it here",
    );
  }
  const tokens = findTokens(options, surroundings, {
    address,
    local: isLocal ? local : undefined,
  });
  if (url.protocol === 'http:' && !isLoopback(url)) {
    throw new CliError(
      `${given} is not encrypted, so no token is sent there: use https`,
    );
  }
  const app = options.app || env.SUPPLY_CHAIN_APP;
  const pages = pagesOf({ portal: url, app, local });
  const straight: typeof fetch = (input, init) =>
    surroundings.fetch(input, { ...init, redirect: 'error' });
  const api = {
    discoveryApi: { getBaseUrl: async (id: string) => `${address}/api/${id}` },
    fetchApi: { fetch: straight },
  };
  return {
    address,
    tokens,
    fetch: straight,
    pageUrl: path => `${pages}/${path.replace(/^\/+/, '')}`,
    client: new SupplyChainClient(api),
    retention: new RetentionClient(api),
  };
}

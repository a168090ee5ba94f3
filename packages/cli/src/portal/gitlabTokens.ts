import { JobTokens } from './JobTokens';

/**
 * The token that GitLab gives a job once, by its `id_tokens`. The portal takes it for
 * as many documents as a job sends, each under a key of its own, until it expires.
 */
export function gitlabTokens(env: NodeJS.ProcessEnv): JobTokens | undefined {
  const token = env.SUPPLY_CHAIN_ID_TOKEN?.trim();
  if (!token) return undefined;
  return { origin: 'gitlab', renew: () => false, get: async () => token };
}

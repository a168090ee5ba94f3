import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { DevelopmentPortal } from './findDevelopmentPortal';
import { githubTokens } from './githubTokens';
import { gitlabTokens } from './gitlabTokens';
import { givenToken, JobTokens } from './JobTokens';

export interface TokenOptions {
  token?: string;
  audience?: string;
}

function checked(token: string): string {
  if (/[^\x21-\x7e]/.test(token)) {
    throw new CliError(
      'The token has spaces or line breaks in it: was it copied whole?',
    );
  }
  return token;
}

function audienceOf(
  options: TokenOptions,
  env: NodeJS.ProcessEnv,
  address: string,
): string {
  const audience =
    (options.audience ?? env.SUPPLY_CHAIN_AUDIENCE)?.trim() || address;
  if (audience === 'sigstore') {
    throw new CliError(
      "--audience sigstore would let the portal sign in this job's name: give the portal's own audience",
    );
  }
  return audience;
}

/**
 * Who we are: a given token, a local portal's own, else what the running job is: the
 * ID tokens of GitLab or GitHub. Empty variables count as absent, because that is
 * what CI systems make of secrets a job may not see.
 */
export function findTokens(
  options: TokenOptions,
  surroundings: Surroundings,
  portal: { address: string; local?: DevelopmentPortal },
): JobTokens {
  const { env, secrets } = surroundings;
  const given = (options.token ?? env.SUPPLY_CHAIN_TOKEN)?.trim();
  if (given) {
    secrets?.add(given);
    return givenToken(checked(given), 'given');
  }
  if (portal.local) {
    secrets?.add(portal.local.token);
    return givenToken(checked(portal.local.token), 'development');
  }
  const audience = audienceOf(options, env, portal.address);
  const tokens = gitlabTokens(env) ?? githubTokens(audience, surroundings);
  if (tokens) return tokens;
  if (env.GITHUB_ACTIONS) {
    throw new CliError(
      'No token: give the job "permissions: { id-token: write }", or set SUPPLY_CHAIN_TOKEN',
    );
  }
  if (env.GITLAB_CI) {
    throw new CliError(
      `No token: give the job "id_tokens: { SUPPLY_CHAIN_ID_TOKEN: { aud: ${audience} } }", or set SUPPLY_CHAIN_TOKEN`,
    );
  }
  throw new CliError(
    'No token: set SUPPLY_CHAIN_TOKEN to a token that the portal has granted this',
  );
}

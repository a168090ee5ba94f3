import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import { githubTokens } from '../portal/githubTokens';
import type { Surroundings } from '../Surroundings';
import { SigningOptions } from './SigningOptions';

const USUAL_AUDIENCE = 'sigstore';

/** Who this job is, in its own words; Fulcio verifies them. */
export interface IdentityToken {
  token: string;
  /** Who issued it. */
  issuer: string;
  /** What the certificate authority knows the job by. */
  subject: string;
}

/**
 * The ID token that the certificate authority is shown: from a file, the environment, or
 * asked of the GitHub job. Never the portal's: each is for one audience, and this is
 * looked at before it is sent.
 */
export async function findIdentityToken(
  options: SigningOptions,
  surroundings: Surroundings,
): Promise<IdentityToken> {
  const { env, secrets } = surroundings;
  const audience =
    options.oidcClientId ?? (env.SUPPLY_CHAIN_OIDC_CLIENT_ID || USUAL_AUDIENCE);
  const { token, place } = await read(options, surroundings, audience);
  secrets?.add(token);
  return checked(token, place, audience);
}

async function read(
  { identityTokenFile }: SigningOptions,
  surroundings: Surroundings,
  audience: string,
): Promise<{ token: string; place: string }> {
  const { env, cwd } = surroundings;
  if (identityTokenFile !== undefined) {
    try {
      const text = await readFile(resolve(cwd, identityTokenFile), 'utf8');
      return { token: text.trim(), place: identityTokenFile };
    } catch (error) {
      throw new CliError(
        `${identityTokenFile} cannot be read: ${whyNot(error)}`,
      );
    }
  }
  const given = env.SIGSTORE_ID_TOKEN?.trim();
  if (given) return { token: given, place: 'SIGSTORE_ID_TOKEN' };
  const job = githubTokens(audience, surroundings);
  if (job) {
    return { token: await job.get('sign'), place: "The GitHub job's ID token" };
  }
  throw new CliError(`No ID token to sign with: ${remedy(env, audience)}`);
}

function remedy(env: NodeJS.ProcessEnv, audience: string): string {
  if (env.GITHUB_ACTIONS) {
    return 'give the job "permissions: { id-token: write }"';
  }
  if (env.GITLAB_CI) {
    return `give the job "id_tokens: { SIGSTORE_ID_TOKEN: { aud: ${audience} } }"`;
  }
  return `set SIGSTORE_ID_TOKEN, or --identity-token-file, to a token for ${audience} of the identity provider that your Fulcio trusts; or sign with --key-file`;
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const text = Buffer.from(parts[1], 'base64url').toString('utf8');
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null
      ? (claims as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing is verified: that is Fulcio's. This keeps foreign tokens at home. */
function checked(
  token: string,
  place: string,
  audience: string,
): IdentityToken {
  const claims = claimsOf(token);
  if (!claims) {
    throw new CliError(`${place} is no ID token (a JWT): was it copied whole?`);
  }
  const { aud, exp, iss, sub, email, email_verified: verified } = claims;
  const audiences = [aud].flat().filter(one => typeof one === 'string');
  if (!audiences.includes(audience)) {
    throw new CliError(
      `${place} is for ${
        audiences.join(', ') || 'nobody'
      }, not for ${audience}, and was not sent: ask for one with the audience ${audience}, or name your Fulcio's with --oidc-client-id`,
    );
  }
  if (typeof exp === 'number' && exp * 1000 <= Date.now()) {
    throw new CliError(
      `${place} expired at ${new Date(
        exp * 1000,
      ).toISOString()}: ask for it just before signing`,
    );
  }
  if (email && !verified) {
    throw new CliError(
      `${place} has an address that its issuer has not verified: sign in with one that is`,
    );
  }
  const subject = email || sub;
  if (typeof subject !== 'string' || subject === '') {
    throw new CliError(`${place} does not say who it is of (no sub)`);
  }
  return { token, subject, issuer: typeof iss === 'string' ? iss : 'nobody' };
}

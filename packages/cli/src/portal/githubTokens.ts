import { ResponseError } from '@backstage/errors';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { isLoopback } from './addressOf';
import { JobTokens } from './JobTokens';
import { withRetries } from './withRetries';

/** A token is not used in its last minute: a long upload would outlive it. */
const SPARE_MS = 60_000;
/** For a token that does not say how long it is valid. */
const USUAL_MS = 240_000;

type Using = Pick<Surroundings, 'fetch' | 'sleep' | 'secrets' | 'env'>;

/** When a token ends. It is not verified: the portal does that, this only saves a refusal. */
function endOf(token: string): number {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url');
    const { exp } = JSON.parse(payload.toString('utf8'));
    if (typeof exp === 'number') return exp * 1000;
  } catch {
    // Not a JWT that can be read here.
  }
  return Date.now() + USUAL_MS;
}

function requestUrl(text: string, audience: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && !isLoopback(url))) {
    throw new CliError(
      'ACTIONS_ID_TOKEN_REQUEST_URL is not an https address: is this really a GitHub job?',
    );
  }
  url.searchParams.set('audience', audience);
  return url;
}

async function askGitHub(
  url: URL,
  secret: string,
  { fetch, sleep }: Using,
): Promise<string> {
  try {
    const answer = await withRetries(
      async () => {
        const response = await fetch(url, {
          headers: {
            Authorization: `Bearer ${secret}`,
            Accept: 'application/json; api-version=2.0',
          },
          redirect: 'error',
          signal: AbortSignal.timeout(30_000),
        });
        if (!response.ok) throw await ResponseError.fromResponse(response);
        return (await response.json()) as { value?: unknown };
      },
      { sleep },
    );
    if (typeof answer.value === 'string' && answer.value) return answer.value;
  } catch (error) {
    const why = ResponseError.is(error)
      ? `it answered ${error.statusCode}`
      : 'it did not answer';
    throw new CliError(
      `GitHub gave no ID token (${why}): check the job's permission id-token: write`,
    );
  }
  throw new CliError(
    "GitHub's answer has no ID token in it: run the job again",
  );
}

/** A fresh token of the running GitHub job for every key. */
export function githubTokens(
  audience: string,
  using: Using,
): JobTokens | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } =
    using.env;
  if (!ACTIONS_ID_TOKEN_REQUEST_URL || !ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
    return undefined;
  }
  const url = requestUrl(ACTIONS_ID_TOKEN_REQUEST_URL, audience);
  const tokens = new Map<string, { token: string; end: number }>();
  return {
    origin: 'github',
    renew: key => tokens.delete(key),
    get: async key => {
      const known = tokens.get(key);
      if (known && known.end - SPARE_MS > Date.now()) return known.token;
      const token = await askGitHub(url, ACTIONS_ID_TOKEN_REQUEST_TOKEN, using);
      using.secrets?.add(token);
      tokens.set(key, { token, end: endOf(token) });
      return token;
    },
  };
}

import { ResponseError } from '@backstage/errors';
import { Portal } from './connect';
import { explainNetwork } from './explainNetwork';
import { JobTokens } from './JobTokens';
import { LATER } from './withRetries';

interface Place {
  code?: string;
  pointer?: string;
  line?: number;
  remedy?: string;
}

/** ` at /components/3`, ` in line 7`, or nothing. */
export function placeText({ pointer, line }: Place): string {
  if (pointer) return ` at ${pointer}`;
  return line === undefined ? '' : ` in line ${line}`;
}

/** The portal's own word for what went wrong, such as `entity-unknown`. */
export function errorCodeOf(error: unknown): string | undefined {
  if (!ResponseError.is(error)) return undefined;
  const code = (error.body?.error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

const TOKEN_REMEDY: Record<JobTokens['origin'], string> = {
  given: 'check SUPPLY_CHAIN_TOKEN',
  github:
    "does the portal's supplyChain.pipelines know this repository and this audience (--audience)?",
  gitlab:
    "does the portal's supplyChain.pipelines know this project, and is aud of the id_token its audience?",
  development: 'start the local portal again, it writes a new one',
};

/** What a Backstage backend said, if it was one that answered. */
function saidBy(
  error: ResponseError,
): (Place & { message: string }) | undefined {
  const said = error.body?.error as (Place & { message?: unknown }) | undefined;
  const isJson = error.response.headers
    .get('content-type')
    ?.includes('application/json');
  const message = said?.message;
  if (!isJson || typeof message !== 'string' || !message) return undefined;
  // What `ResponseError` makes of JSON that is no error of Backstage
  if (message.startsWith('Request failed with status')) return undefined;
  return { ...said, message };
}

function explainResponse(error: ResponseError, portal: Portal): string {
  const { statusCode } = error;
  const said = saidBy(error);
  if (!said) {
    if (LATER.includes(statusCode)) {
      return `${portal.address} answered ${statusCode}, by whatever stands before the portal: try again later`;
    }
    return `${portal.address} answered ${statusCode}, but not as a portal with the supply-chain plugin does: check --portal`;
  }
  const place = placeText(said).trim();
  const message =
    place && !said.message.includes(place)
      ? `${place}: ${said.message}`
      : said.message;
  // For these the token is right, and the message says what to do
  const used = ['token-replayed', 'token-used-up'].includes(said.code ?? '');
  if (statusCode === 401 && !used) {
    return `The portal does not accept this token (${message}): ${
      TOKEN_REMEDY[portal.tokens.origin]
    }`;
  }
  return `${message} (${statusCode})`;
}

/** One sentence on why a call failed. */
export function explain(error: unknown, portal: Portal): string {
  return ResponseError.is(error)
    ? explainResponse(error, portal)
    : explainNetwork(error, portal.address);
}

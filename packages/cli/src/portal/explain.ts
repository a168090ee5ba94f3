import { ResponseError } from '@backstage/errors';

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

const NETWORK: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there. Is the portal running?',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNRESET: 'the connection was closed',
  ETIMEDOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  UND_ERR_SOCKET: 'the connection was closed',
};

function explainResponse(error: ResponseError, address: string): string {
  const { statusCode } = error;
  const said = error.body?.error as (Place & { message?: string }) | undefined;
  const isOurs = error.response.headers
    .get('content-type')
    ?.includes('application/json');
  if (!isOurs || !said?.message) {
    return `${address} answered ${statusCode}, but not as a portal with the supply-chain plugin does: check --portal`;
  }
  const place = placeText(said);
  const message = `${said.message}${
    place && !said.message.includes(place.trim()) ? place : ''
  }`;
  if (statusCode === 401) {
    return `The portal does not accept this token (${message}): check SUPPLY_CHAIN_TOKEN`;
  }
  return `${message} (${statusCode})`;
}

/** One sentence on why a call failed. */
export function explain(error: unknown, address: string): string {
  if (ResponseError.is(error)) return explainResponse(error, address);
  const { cause, message, name } = error as Error & {
    cause?: { code?: string; message?: string };
  };
  if (name === 'SyntaxError') {
    return `${address} answered, but not with JSON: check --portal`;
  }
  if (cause?.message === 'unexpected redirect') {
    return `${address} redirects: give the address it redirects to as --portal`;
  }
  const why = NETWORK[cause?.code ?? ''] ?? cause?.message ?? message;
  return `${address} cannot be reached: ${why}${
    cause?.code ? ` (${cause.code})` : ''
  }`;
}

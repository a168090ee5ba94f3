import { ResponseError } from '@backstage/errors';
import type { Surroundings } from '../Surroundings';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 1_000;
/** Who is told to come back later than this is better told so than kept waiting. */
const LONGEST_WAIT_MS = 5 * 60_000;

/** Answers that say "later": busy, timed out, restarting. A full disk (507) is not one. */
export const LATER = [408, 425, 429, 500, 502, 503, 504];

/** Trouble on the way that may pass. Names, certificates and addresses do not change by waiting. */
const PASSING = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE'],
  ...['EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'],
  ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
];

/** RFC 9110, section 10.2.3: seconds or an HTTP date. */
function retryAfterMs(error: ResponseError): number | undefined {
  const value = error.response.headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.now();
  return ms >= 0 ? ms : undefined;
}

interface Cause {
  code?: string;
  address?: string;
  errors?: Cause[];
}

function isOwnMachine({ code, address, errors }: Cause): boolean {
  if (code !== 'ECONNREFUSED') return false;
  const refusedBy = address ?? errors?.[0]?.address ?? '';
  return refusedBy === '::1' || refusedBy.startsWith('127.');
}

/** How long to wait before another attempt; `undefined` where it is no use. */
function waitFor(error: unknown, attempt: number): number | undefined {
  const jitter = 0.75 + Math.random() / 2;
  const backOff = FIRST_WAIT_MS * 2 ** attempt * jitter;
  if (ResponseError.is(error)) {
    if (!LATER.includes(error.statusCode)) return undefined;
    const ms = retryAfterMs(error) ?? backOff;
    return ms > LONGEST_WAIT_MS ? undefined : ms;
  }
  const { name, cause } = error as { name?: string; cause?: Cause };
  if (name === 'TimeoutError') return backOff;
  // Whoever has forgotten to start a portal of their own wants to know now
  if (!cause || isOwnMachine(cause)) return undefined;
  return PASSING.includes(cause.code ?? '') ? backOff : undefined;
}

/** Tries again after 408, 429, 5xx and network trouble; the last error is thrown. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  options: Pick<Surroundings, 'sleep'> & {
    onWait?: (error: unknown, ms: number) => void;
  },
): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      const ms = count + 1 < ATTEMPTS ? waitFor(error, count) : undefined;
      if (ms === undefined) throw error;
      options.onWait?.(error, ms);
      await options.sleep(ms);
    }
  }
}

import { ResponseError } from '@backstage/errors';
import type { Surroundings } from '../Surroundings';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Addresses that will not get better by waiting. */
const HOPELESS = ['ENOTFOUND', 'ERR_INVALID_URL', 'CERT_HAS_EXPIRED'];

function retryAfterMs(error: ResponseError): number | undefined {
  const value = error.response.headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(value) - Date.now();
  return ms >= 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}

/** How long to wait before another attempt; `undefined` where it is no use. */
function waitFor(error: unknown, attempt: number): number | undefined {
  const backOff = FIRST_WAIT_MS * 2 ** attempt * (0.75 + Math.random() / 2);
  if (ResponseError.is(error)) {
    const busy = error.statusCode === 429 || error.statusCode >= 500;
    return busy ? retryAfterMs(error) ?? backOff : undefined;
  }
  const cause = (error as { cause?: { code?: string; message?: string } })
    .cause;
  if (!cause || cause.message === 'unexpected redirect') return undefined;
  return HOPELESS.includes(cause.code ?? '') ? undefined : backOff;
}

/** Tries again after 429, 5xx and network trouble; the last error is thrown. */
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

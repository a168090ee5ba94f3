import type { CallOptions } from '@hotpass/backstage-plugin-supply-chain-common';
import { ResponseError } from '@backstage/errors';
import type { Surroundings } from '../Surroundings';
import { CliError } from '../CliError';
import { Portal } from './connect';
import { explain } from './explain';
import { READING } from './JobTokens';
import { withRetries } from './withRetries';

/** How long one answer may take; uploads have no such limit. */
const ANSWER_MS = 30_000;

export interface AskOptions extends Pick<Surroundings, 'sleep'> {
  /** The idempotency key of what is sent; absent for reading. */
  key?: string;
  /** Called before each further attempt, with how long it waits and whether the portal answered. */
  onWait?: (why: string, ms: number, answered: boolean) => void;
}

/** One request with the right token, tried again where that may help. */
export async function ask<T>(
  portal: Portal,
  { key, sleep, onWait }: AskOptions,
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  const { tokens } = portal;
  const name = key ?? READING;
  const once = async () =>
    await call({
      token: await tokens.get(name),
      signal: key === undefined ? AbortSignal.timeout(ANSWER_MS) : undefined,
    });
  return await withRetries(
    async () => {
      try {
        return await once();
      } catch (error) {
        // Expired on the way, or used by an attempt that we never heard back from
        const stale = ResponseError.is(error) && error.statusCode === 401;
        if (!stale || !tokens.renew(name)) throw error;
        return await once();
      }
    },
    {
      sleep,
      onWait: (error, ms) =>
        onWait?.(explain(error, portal), ms, ResponseError.is(error)),
    },
  );
}

/** The same, with every failure as one sentence. */
export async function askOrExplain<T>(
  portal: Portal,
  options: AskOptions,
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  try {
    return await ask(portal, options, call);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(explain(error, portal), { cause: error });
  }
}

import { Request, Response } from 'express';
import { RefusedError } from '../intake/RefusedError';
import { letGo } from './letGo';

/**
 * Works on a body while it flows in. The signal tells when its sender is gone; where
 * the body is refused, its sender gets to read why.
 *
 * @throws what `work` throws
 */
export async function takeBody<T>(
  req: Request<any, any, any, any, any>,
  res: Response<any, any>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  try {
    return await work(gone.signal);
  } catch (error) {
    const { retryAfterSeconds, statusCode } = error as Partial<RefusedError>;
    if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds));
    // Nothing more is expected of who stopped in the middle of a body
    if (statusCode === 408) res.set('Connection', 'close');
    else letGo(req);
    throw error;
  }
}

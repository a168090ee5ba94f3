import { Request } from 'express';

/** More than nearly every document has. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_MS = 10_000;

/**
 * Takes the rest of a body that nobody wants, so that its sender comes to read the
 * answer and may use the connection again. Who goes on sending for too long is hung
 * up on: by then the answer is out.
 */
export function letGo(
  req: Request<any, any, any, any, any>,
  { maxBytes = MAX_BYTES, maxMs = MAX_MS } = {},
): void {
  if (req.readableEnded || req.destroyed) return;
  let left = maxBytes;
  const hangUp = () => req.socket.destroy();
  const timer = setTimeout(hangUp, maxMs).unref();
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) hangUp();
  });
  req.once('close', () => clearTimeout(timer));
  req.once('end', () => clearTimeout(timer));
  // What is broken off is nobody's loss, but must not end the process
  req.on('error', () => {});
  req.resume();
}

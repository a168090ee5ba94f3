import { Readable, Transform } from 'node:stream';
import { Refusal } from './RefusedError';

/**
 * Lets a body flow into the first step of receiving it. A pipeline of both would tear
 * down the sender's connection when a later step fails, and with it the answer that
 * tells why. Who sends no byte for a while is turned away, for a slot is kept waiting.
 *
 * @returns what stops the flow
 */
export function letIn(
  body: Readable,
  door: Transform,
  idleTimeoutMs: number,
): () => void {
  const stop = (error: Error) => door.destroy(error);
  const idle = setTimeout(() => {
    // Bytes that wait for our disk are not the sender's fault
    if (door.writableNeedDrain) idle.refresh();
    else stop(stalled(idleTimeoutMs));
  }, idleTimeoutMs);
  const onData = () => idle.refresh();
  const onClose = () => {
    if (!body.readableEnded) stop(new Error('aborted'));
  };
  body.on('data', onData);
  body.once('end', () => clearTimeout(idle));
  body.once('close', onClose);
  // Stays: a body that fails after it was let go of must not end the process
  body.on('error', stop);
  if (body.destroyed) onClose();
  else body.pipe(door);
  return () => {
    clearTimeout(idle);
    body.unpipe(door);
    body.off('data', onData);
    body.off('close', onClose);
  };
}

function stalled(ms: number): Refusal {
  return new Refusal({
    code: 'body-stalled',
    status: 408,
    reason: `No byte of the document arrived for ${ms / 1000} seconds.`,
    remedy: 'Send it again; nothing was kept.',
  });
}

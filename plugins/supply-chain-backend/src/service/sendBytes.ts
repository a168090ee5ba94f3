import { pipeline } from 'node:stream/promises';
import { Readable, Transform, Writable } from 'node:stream';

/**
 * Sends all `size` bytes of `body` as an answer's body.
 *
 * A client that knows the length may hang up on the last byte, before the server has
 * ended its side. Whether one that goes after the last byte was handed on had read it
 * nobody can tell; who reads what is written down, so it counts as served.
 *
 * @throws what `body` fails with, or `ERR_STREAM_PREMATURE_CLOSE` when the client
 *   goes before the last byte was handed on.
 */
export async function sendBytes(
  body: Readable,
  size: number,
  answer: Writable,
): Promise<void> {
  let sent = 0;
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      sent += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, count, answer);
  } catch (error) {
    const closed =
      (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!closed || sent !== size) throw error;
  }
}

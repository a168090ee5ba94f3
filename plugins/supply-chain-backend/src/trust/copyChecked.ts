import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes stored bytes to a file, unless they are others than their digest says: what is
 * found out about rotten bytes would be kept as if it were true of the document.
 *
 * @throws where they differ, or cannot be read or written
 */
export async function copyChecked(
  bytes: Readable,
  sha256: string,
  path: string,
): Promise<void> {
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(bytes, measure, createWriteStream(path, { mode: 0o600 }));
  const digest = hash.digest('hex');
  if (digest !== sha256) {
    throw new Error(
      `The store gave other bytes for sha256:${sha256}: they are sha256:${digest}`,
    );
  }
}

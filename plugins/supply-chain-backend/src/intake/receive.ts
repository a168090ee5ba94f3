import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { letIn } from './letIn';
import { Refusal } from './RefusedError';

/** Bytes that arrived whole, in a temporary file that the caller removes. */
export interface Received {
  path: string;
  sha256: string;
  size: number;
}

// Real SBOMs shrink 5 to 30 times; the odd megabyte of repetition is harmless
const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 8 * 1024 * 1024;

// Chunks that wait for the disk are written together
const WAITING = 1024 * 1024;

/**
 * Streams a body to a file while hashing it. Content-Encoding is transport and
 * removed before hashing; both sides of it are bounded while they flow, so that
 * neither a long body nor a bomb is ever held.
 */
export async function receive(options: {
  body: Readable;
  contentEncoding?: string;
  directory: string;
  maxBytes: number;
  /** How long the sender may send nothing. */
  idleTimeoutMs: number;
  signal?: AbortSignal;
}): Promise<Received> {
  const { body, directory, maxBytes, signal } = options;
  const path = join(directory, `${randomUUID()}.in`);
  const hash = createHash('sha256');
  let arrived = 0;
  let size = 0;
  const decode = decoderOf(options.contentEncoding);
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      arrived += chunk.length;
      if (arrived > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) {
        done(decode && arrived < size ? expands(maxBytes) : tooLarge(maxBytes));
      } else if (
        decode &&
        size > RATIO_FREE_BYTES &&
        size > arrived * MAX_RATIO
      ) {
        done(expands(maxBytes));
      } else {
        hash.update(chunk);
        done(null, chunk);
      }
    },
  });
  // What is not encoded needs to be counted only once
  const steps = decode ? [count, decode, measure] : [measure];
  const leave = letIn(body, steps[0], options.idleTimeoutMs);
  const file = createWriteStream(path, { mode: 0o600, highWaterMark: WAITING });
  try {
    await pipeline([...steps, file], { signal });
    if (size === 0) throw empty();
    return { path, sha256: hash.digest('hex'), size };
  } catch (error) {
    await rm(path, { force: true });
    throw toRefusal(error as NodeJS.ErrnoException, signal);
  } finally {
    leave();
  }
}

function decoderOf(contentEncoding: string | undefined): Transform | undefined {
  const encoding = contentEncoding?.trim().toLowerCase() || 'identity';
  switch (encoding) {
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'zstd':
      return createZstdDecompress();
    default:
      throw new Refusal({
        code: 'unsupported-encoding',
        status: 415,
        reason: `Content-Encoding '${encoding.slice(
          0,
          40,
        )}' is not understood.`,
        remedy: 'Send gzip, zstd or no encoding.',
      });
  }
}

function toRefusal(error: NodeJS.ErrnoException, signal?: AbortSignal): Error {
  if (error instanceof Refusal) return error;
  if (
    signal?.aborted ||
    error.name === 'AbortError' ||
    error.code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    error.code === 'ECONNRESET' ||
    error.message === 'aborted'
  ) {
    return new Refusal({
      code: 'client-gone',
      status: 499,
      reason: 'The sender was gone before the document was whole.',
      remedy: 'Send it again; nothing was kept.',
    });
  }
  if (error.code?.startsWith('Z_') || error.code?.startsWith('ZSTD_')) {
    return new Refusal({
      code: 'bad-encoding',
      status: 400,
      reason: 'The body is not what its Content-Encoding says.',
      remedy: 'Send the bytes as they are, or compress them whole.',
    });
  }
  return error;
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal({
    code: 'too-large',
    status: 413,
    reason: `The document is larger than ${maxBytes} bytes.`,
    remedy: 'Split it, or raise supplyChain.limits.maxBytes.',
  });
}

function expands(maxBytes: number): Refusal {
  return new Refusal({
    code: 'expands-too-much',
    status: 413,
    reason: `The body expands to more than ${maxBytes} bytes or ${MAX_RATIO} times its size.`,
    remedy: 'Send it without Content-Encoding if it is real.',
  });
}

function empty(): Refusal {
  return new Refusal({
    code: 'empty',
    status: 400,
    reason: 'The body is empty.',
    remedy: 'Check the path of the file that is sent.',
  });
}

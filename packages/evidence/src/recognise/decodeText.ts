import { isUtf8 } from 'node:buffer';

/**
 * Text of UTF-8 or UTF-16 bytes, else `undefined`. Windows tools write UTF-16 with
 * or without a byte order mark.
 *
 * @internal
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = utf16Of(bytes);
  if (!encoding) {
    return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : undefined;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // The first characters of every text that is read are ASCII: one of the two bytes
  // of each is zero.
  const [a, b, c, d] = bytes;
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return undefined;
}

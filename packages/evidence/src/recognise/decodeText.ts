import { isUtf8 } from 'node:buffer';

/** Text of UTF-8 bytes, or of UTF-16 bytes with a byte order mark; else `undefined`. @internal */
export function decodeText(bytes: Uint8Array): string | undefined {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (littleEndian || bigEndian) {
    try {
      return new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be', {
        fatal: true,
      }).decode(bytes);
    } catch {
      return undefined;
    }
  }
  return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : undefined;
}

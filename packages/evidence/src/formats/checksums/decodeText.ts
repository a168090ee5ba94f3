import { isUtf8 } from 'node:buffer';
import { EvidenceError } from '../../model/EvidenceError';

/**
 * Text of a checksums file. Windows tools write them as UTF-16, with or without a
 * byte order mark.
 *
 * @throws EvidenceError with code `invalid-utf8`
 * @internal
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = utf16Of(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  if (!isUtf8(bytes)) {
    throw new EvidenceError('invalid-utf8', 'The file is not text.', {
      remedy: 'Save the file as UTF-8.',
    });
  }
  return new TextDecoder('utf-8').decode(bytes);
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // The first character of a checksum line is ASCII: one of its two bytes is zero.
  if (bytes.length >= 4 && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[2] === 0) return 'utf-16be';
  return undefined;
}

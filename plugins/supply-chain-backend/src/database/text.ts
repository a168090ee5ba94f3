import { createHash } from 'node:crypto';
import { toUSVString } from 'node:util';

// The longest key that an index entry of PostgreSQL surely holds
const MAX_KEY_BYTES = 2000;

/**
 * Text from a document, fit for both engines: PostgreSQL keeps neither NUL nor
 * lone surrogates, and refuses text that is longer than its column.
 */
export function fit(text: string, maxLength = Infinity): string {
  const whole = toUSVString(text);
  // Looking is much cheaper than replacing, and hardly any text has one
  const clean = whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
  return clean.length > maxLength
    ? toUSVString(`${clean.slice(0, maxLength - 1)}…`)
    : clean;
}

export function fitOptional(
  text: string | undefined,
  maxLength = Infinity,
): string | null {
  return text === undefined ? null : fit(text, maxLength);
}

/** A key that stays distinct when it is too long to be indexed. */
export function fitKey(key: string): string {
  const clean = fit(key);
  // No character takes more than three bytes in UTF-8 for each of its units
  if (clean.length * 3 <= MAX_KEY_BYTES) return clean;
  if (Buffer.byteLength(clean) <= MAX_KEY_BYTES) return clean;
  const hash = createHash('sha256').update(clean).digest('hex');
  return `${toUSVString(clean.slice(0, 400))}#${hash}`;
}

import { createHash } from 'node:crypto';

/**
 * The one spelling of a JSON value that digests are made of: keys sorted by UTF-16
 * code units, no white space, ECMAScript's numbers and strings, `undefined` members
 * left out, UTF-8. Source: RFC 8785, sections 3.2.2 and 3.2.3.
 *
 * Throws `TypeError` for what JSON cannot say, such as `NaN`, functions or `bigint`.
 *
 * @public
 */
export function canonicalJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(write(value));
}

/** Lower-case hexadecimal SHA-256 of bytes or of a string's UTF-8. @public */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function write(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    return writeScalar(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(write).join(',')}]`;
  }
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) {
      members.push(`${JSON.stringify(key)}:${write(member)}`);
    }
  }
  return `{${members.join(',')}}`;
}

function writeScalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`JSON has no number '${value}'`);
  }
  const text = typeof value === 'bigint' ? undefined : JSON.stringify(value);
  if (text === undefined) {
    throw new TypeError(`JSON has no ${typeof value}`);
  }
  return text;
}

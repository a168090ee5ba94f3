import { Claims } from './claims';
import { findJsonFault, JsonFault } from './jsonFault';

/** Why what was pasted is no set of claims. */
export type PasteFault =
  | { code: 'empty' | 'long' | 'object' | 'encrypted' | 'base64' | 'payload' }
  | { code: 'parts'; parts: number }
  | { code: 'number'; name: string }
  | ({ code: 'json' } & JsonFault);

/** What was pasted: claims and whether they came out of a token, or what is wrong. */
export type Paste = { claims: Claims; token: boolean } | { fault: PasteFault };

/** A token's claims are a few kilobytes; the server reads no more than 100. */
const MAX_LENGTH = 64_000;

/** How a token starts: `{` and a quote or a space, as base64url. */
const TOKEN = /^e[wy][\w-]*(?:\.[\w-]*)+$/;

/** Reads claims from JSON, or from the payload of a token, here and nowhere else. */
export function readPaste(text: string): Paste {
  if (!text.trim()) return { fault: { code: 'empty' } };
  if (text.length > MAX_LENGTH) return { fault: { code: 'long' } };
  const bare = text
    .replace(/^\s*(?:authorization:\s*)?(?:bearer\s+)?/i, '')
    .replace(/\s+/g, '');
  return TOKEN.test(bare)
    ? readToken(bare.split('.'))
    : readJson(text.replace(/^\ufeff/, ''));
}

/** RFC 7519: three parts, the second one holds the claims. Five are an encrypted token. */
function readToken(parts: string[]): Paste {
  if (parts.length === 5) return { fault: { code: 'encrypted' } };
  if (parts.length !== 3 || parts.includes('')) {
    return {
      fault: { code: 'parts', parts: parts.filter(part => part).length },
    };
  }
  let payload: string;
  try {
    payload = decodeBase64Url(parts[1]);
  } catch {
    return { fault: { code: 'base64' } };
  }
  const read = readJson(payload);
  if ('claims' in read) return { ...read, token: true };
  return read.fault.code === 'json' ? { fault: { code: 'payload' } } : read;
}

function decodeBase64Url(part: string): string {
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(binary, character => character.charCodeAt(0)),
  );
}

function readJson(text: string): Paste {
  const stops = findJsonFault(text);
  if (stops) return { fault: { code: 'json', ...stops } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { code: 'json', wanted: 'value', line: 1, column: 1 } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: { code: 'object' } };
  }
  const claims = value as Claims;
  // Digits that were lost here would make another project's id
  const name = Object.keys(claims).find(
    key => Number.isInteger(claims[key]) && !Number.isSafeInteger(claims[key]),
  );
  return name === undefined
    ? { claims, token: false }
    : { fault: { code: 'number', name } };
}

import { isUtf8 } from 'node:buffer';
import { Defect } from '../model/Defect';
import { EvidenceError } from '../model/EvidenceError';
import type { ReadLimits } from '../worker/types';
import { placeOf } from './place';
import { JsonScan, scanJson } from './scanJson';

/** A JSON text that passed the guard. @internal */
export interface ParsedJson {
  value: unknown;
  /** Reasons why readers may see different documents; all of level `error`. */
  ambiguities: Defect[];
  /** `ambiguities` is cut at 100; this is the real number. */
  ambiguityCount: number;
  /** Faults that do not change what the document says. */
  warnings: Defect[];
  /** Offset of the first byte of data behind the value. */
  trailingAt?: number;
}

/**
 * Parses the first JSON value of `bytes` after the guard walked over it.
 *
 * @throws EvidenceError for bytes that must not be parsed
 * @internal
 */
export function parseJson(bytes: Uint8Array, limits: ReadLimits): ParsedJson {
  const text = withoutBom(bytes);
  assertUtf8(text);
  const scan = scanJson(text, limits);
  return {
    value: parseScanned(text, scan),
    ambiguities: scan.ambiguities,
    ambiguityCount: scan.ambiguityCount,
    warnings: scan.hasNul
      ? [
          {
            code: 'nul-character',
            message:
              'Text has NUL characters; they are shown as the replacement character.',
            level: 'warning',
          },
        ]
      : [],
    trailingAt:
      scan.trailingAt === undefined
        ? undefined
        : scan.trailingAt + (bytes.length - text.length),
  };
}

function parseScanned(bytes: Uint8Array, scan: JsonScan): unknown {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, scan.end);
  const value: unknown = JSON.parse(view.toString('utf8'));
  return scan.hasNul ? replaceNul(value) : value;
}

/** PostgreSQL keeps no NUL in text. Depth is bounded by the guard. */
function replaceNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\0/g, '\ufffd');
  if (Array.isArray(value)) return value.map(replaceNul);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key.replace(/\0/g, '\ufffd'),
        replaceNul(inner),
      ]),
    );
  }
  return value;
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? bytes.subarray(3)
    : bytes;
}

function assertUtf8(bytes: Uint8Array): void {
  if (isUtf8(bytes)) return;
  // The longest valid prefix ends within three bytes of the fault.
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  throw new EvidenceError('invalid-utf8', 'The document is not UTF-8 text.', {
    ...placeOf(bytes, valid),
    remedy: 'Save the file as UTF-8.',
  });
}

/** Whether `bytes` is UTF-8, perhaps cut within its last character. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    if (isUtf8(bytes.subarray(0, bytes.length - cut))) {
      // What was cut off must itself be the start of a character.
      const rest = bytes.subarray(bytes.length - cut);
      return cut === 0 || (rest[0] >= 0xc2 && rest[0] <= 0xf4);
    }
  }
  return false;
}

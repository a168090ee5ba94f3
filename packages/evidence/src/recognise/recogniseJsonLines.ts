import { ParsedJson, parseJson } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import type { ReadLimits } from '../worker/types';
import { marksOf } from './markers';
import type { Recognition } from './Recognition';

/**
 * JSON Lines of envelopes, the in-toto bundle. Its lines may come in any order and
 * unknown ones are ignored, but each has to be JSON, and an ambiguous envelope is
 * refused like any signed document.
 *
 * @internal
 */
export function recogniseJsonLines(
  bytes: Uint8Array,
  first: ParsedJson,
  limits: ReadLimits,
): Recognition | undefined {
  if (!isEnvelope(first.value)) return undefined;
  let start = 0;
  let line = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    line += 1;
    const part = bytes.subarray(start, end);
    start = end + 1;
    if (part.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d)) {
      continue;
    }
    const parsed = parseLine(part, line, limits);
    // The first envelope goes over several lines: no JSON Lines after all.
    if (!parsed) return undefined;
    if (isEnvelope(parsed.value) && parsed.ambiguityCount > 0) {
      throw new EvidenceError('ambiguous', parsed.ambiguities[0].message, {
        ...parsed.ambiguities[0],
        line,
        remedy: 'Send each envelope exactly as the signer wrote it.',
      });
    }
  }
  return {
    fact: {
      state: 'recognised',
      format: 'in-toto-bundle',
      mediaType: 'application/vnd.in-toto.bundle',
      kind: 'attestation',
      detectedBy: 'JSON Lines of envelopes',
    },
    defects: [],
    defectCount: 0,
  };
}

function parseLine(
  part: Uint8Array,
  line: number,
  limits: ReadLimits,
): ParsedJson | undefined {
  try {
    return parseJson(part, limits);
  } catch (error) {
    if (error instanceof EvidenceError && line > 1) {
      throw new EvidenceError(error.code, error.message, { ...error, line });
    }
    return undefined;
  }
}

function isEnvelope(value: unknown): boolean {
  const format = marksOf(value)[0]?.format;
  return format === 'dsse' || format === 'sigstore-bundle';
}

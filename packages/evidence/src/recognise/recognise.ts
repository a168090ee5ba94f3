/*
 * What are these bytes? Decided by structure alone, most specific mark first; the
 * sender's word counts only where the structure says nothing. A document that bears
 * the marks of two formats is ambiguous: two readers would see two documents.
 */
import { ParsedJson, parseJson } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import type { ReadHint, ReadLimits } from '../worker/types';
import { looksLikeChecksums } from '../formats/checksums';
import { decodeText } from './decodeText';
import { Marked, marksOf } from './markers';
import type { Recognition } from './Recognition';
import { recogniseJsonLines } from './recogniseJsonLines';
import { recogniseSignature } from './recogniseSignature';
import { recogniseXml } from './recogniseXml';

export type { Recognition };

/** @throws EvidenceError for bytes that are refused @internal */
export function recognise(
  bytes: Uint8Array,
  hint: ReadHint,
  limits: ReadLimits,
): Recognition {
  if (bytes.length === 0) {
    throw new EvidenceError('empty', 'The document has no bytes.', {
      remedy: 'Check that the tool wrote its output before sending it.',
    });
  }
  if (bytes.length > limits.maxBytes) {
    throw new EvidenceError(
      'too-large',
      `The document has ${bytes.length} bytes; at most ${limits.maxBytes} are taken.`,
      { remedy: 'Split the document, or ask the operator to raise the limit.' },
    );
  }
  if (hint.kind === 'signature') {
    return fromStructure(bytes, limits) ?? recogniseSignature(bytes);
  }
  return fromBytes(bytes, hint, limits);
}

function fromBytes(
  bytes: Uint8Array,
  hint: ReadHint,
  limits: ReadLimits,
): Recognition {
  const first = firstByte(bytes);
  if (first === 0x7b || first === 0x5b) return fromJson(bytes, hint, limits);
  return fromText(bytes, first, hint);
}

// Signatures may begin like anything, since they look like random bytes
function fromStructure(
  bytes: Uint8Array,
  limits: ReadLimits,
): Recognition | undefined {
  try {
    return fromBytes(bytes, {}, limits);
  } catch (error) {
    if (error instanceof EvidenceError) return undefined;
    throw error;
  }
}

/** The marks of a JSON value, its ambiguities kept. @internal */
export function recogniseJson(parsed: ParsedJson): Recognition | undefined {
  const marks = marksOf(parsed.value);
  if (marks.length === 0) return undefined;
  const defects = [...parsed.ambiguities, ...parsed.warnings];
  let defectCount = parsed.ambiguityCount + parsed.warnings.length;
  if (marks.length > 1) {
    defects.unshift({
      code: 'two-formats',
      message: `The document bears the marks of ${marks
        .map(mark => `"${mark.format}"`)
        .join(' and ')}.`,
      pointer: '',
      level: 'error',
    });
    defectCount += 1;
  }
  const state = defects.some(defect => defect.level === 'error')
    ? 'ambiguous'
    : 'recognised';
  return {
    fact: { state, ...marks[0] },
    // Which of two formats to read is exactly what nobody knows.
    json: marks.length > 1 ? undefined : parsed.value,
    defects,
    defectCount,
  };
}

function fromJson(
  bytes: Uint8Array,
  hint: ReadHint,
  limits: ReadLimits,
): Recognition {
  const parsed = parseJson(bytes, limits);
  if (parsed.trailingAt !== undefined) {
    const lines = recogniseJsonLines(bytes, parsed, limits);
    if (lines) return lines;
  }
  return (
    recogniseJson(parsed) ??
    unknown(hint, 'JSON without the marks of a known format')
  );
}

function fromText(
  bytes: Uint8Array,
  first: number | undefined,
  hint: ReadHint,
): Recognition {
  const text = decodeText(bytes);
  if (text === undefined) return unknown(hint, 'bytes that are not text');
  const marked = first === 0x3c ? recogniseXml(text) : marksOfText(text);
  if (!marked) return unknown(hint, 'text without the marks of a known format');
  return {
    fact: { state: 'recognised', ...marked },
    text,
    defects: [],
    defectCount: 0,
  };
}

function marksOfText(text: string): Marked | undefined {
  const spdx = /^SPDXVersion:[ \t]*SPDX-(2\.\d+)/m.exec(text);
  if (spdx) {
    return {
      format: 'spdx2-tag-value',
      version: spdx[1],
      mediaType: 'text/spdx',
      kind: 'sbom',
      detectedBy: 'a line "SPDXVersion: SPDX-2."',
    };
  }
  return looksLikeChecksums(text)
    ? {
        format: 'checksums',
        mediaType: 'text/plain',
        kind: 'checksums',
        detectedBy: 'lines of digests and names',
      }
    : undefined;
}

function unknown(hint: ReadHint, seen: string): Recognition {
  if (!hint.kind) {
    throw new EvidenceError(
      'unknown-format',
      `This is ${seen}, and nobody said what kind of evidence it is.`,
      { remedy: 'Name the kind of evidence when you send it.' },
    );
  }
  return {
    fact: {
      state: 'unknown',
      format: 'unknown',
      mediaType: 'application/octet-stream',
      kind: hint.kind,
      detectedBy: `the sender's word; ${seen}`,
    },
    defects: [],
    defectCount: 0,
  };
}

/** The first byte behind a UTF-8 byte order mark and white space. */
function firstByte(bytes: Uint8Array): number | undefined {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at])) {
    at += 1;
  }
  return bytes[at];
}

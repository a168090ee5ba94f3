import { sha256Hex } from '../facts/canonicalJson';
import { splitSignature } from '../formats/signature';
import { XML_SIGNATURE } from '../formats/cyclonedx/xmlSignature';
import {
  isObject,
  objectAt,
  ParsedJson,
  parseJson,
  withDefaultLimits,
} from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { recognise, recogniseJson } from '../recognise/recognise';
import { CheckFailed, CheckList } from '../verify/CheckList';
import { SignedArtifact } from '../verify/types';
import type { ReadLimits } from '../worker/types';
import { assessDetached } from './assessDetached';
import { assessDocument, unchecked, unreadable } from './assessDocument';
import { combineParts } from './combineParts';
import { openBundle, openDsse } from './openSigned';
import { LoadedTrustPolicy } from './readTrustPolicy';
import { SignedAssessment } from './SignedAssessment';
import { SignedDocument } from './SignedDocument';

const ENVELOPED =
  'It is signed inside of the document itself, and such signatures are not looked at.';

/** How a signed document is assessed. @public */
export interface AssessOptions {
  /** Missing ones take their defaults. */
  limits?: Partial<ReadLimits>;
  /**
   * What a detached signature is over: its SHA-256, or the file itself for keys that
   * need it. A Sigstore bundle tells the digest itself; a bare signature does not.
   */
  artifact?: SignedArtifact;
}

/**
 * What cryptography and a trust policy tell of a signed document: a DSSE envelope, a
 * Sigstore bundle, JSON Lines of them, or a detached signature with what it is over.
 * Offline, and a function of the bytes, the policy and what is signed. What does not
 * hold is an answer and never an error.
 *
 * @throws EvidenceError for bytes that are refused, or bear no signature
 * @public
 */
export function assessSigned(
  bytes: Uint8Array,
  policy: LoadedTrustPolicy,
  options: AssessOptions = {},
): SignedAssessment {
  const all = withDefaultLimits(options.limits);
  const artifact = options.artifact && withOwnDigest(options.artifact);
  const hint = artifact ? ({ kind: 'signature' } as const) : {};
  const { fact, json, text } = recognise(bytes, hint, all);
  switch (fact.format) {
    case 'detached-signature':
      return assessDetached(splitSignature(bytes), artifact!, policy);
    case 'dsse':
    case 'sigstore-bundle':
      return assessJson(parseJson(bytes, all), policy, artifact);
    case 'in-toto-bundle':
      return combineParts(assessLines(bytes, policy, all), policy);
    case 'cyclonedx-json':
      if (objectAt(json, 'signature')) return unchecked(policy, ENVELOPED);
      break;
    case 'cyclonedx-xml':
      if (text?.includes(XML_SIGNATURE)) return unchecked(policy, ENVELOPED);
      break;
    default:
  }
  throw new EvidenceError('unknown-format', 'This is no signed document.', {
    remedy: 'Give a DSSE envelope or a Sigstore bundle.',
  });
}

// A digest that is only said is not believed where the file is there
function withOwnDigest({ bytes, digest }: SignedArtifact): SignedArtifact {
  return bytes ? { bytes, digest: { sha256: sha256Hex(bytes) } } : { digest };
}

// Lines that are no envelopes are ignored, as the format says
function assessLines(
  bytes: Uint8Array,
  policy: LoadedTrustPolicy,
  limits: ReadLimits,
): SignedAssessment[] {
  const parts: SignedAssessment[] = [];
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (!line.includes(0x7b)) continue;
    const parsed = parseJson(line, limits);
    const format = recogniseJson(parsed)?.fact.format;
    if (format === 'dsse' || format === 'sigstore-bundle') {
      parts.push(assessJson(parsed, policy));
    }
  }
  return parts;
}

function assessJson(
  parsed: ParsedJson,
  policy: LoadedTrustPolicy,
  artifact?: SignedArtifact,
): SignedAssessment {
  const list = new CheckList();
  let document: SignedDocument | undefined;
  const found = list.run(() => {
    document = open(parsed, artifact);
    return {};
  });
  if (document) return assessDocument(document, policy);
  return list.failure?.undecided
    ? unchecked(policy, list.failure.message)
    : unreadable(policy, found.checks);
}

/** @throws CheckFailed where it cannot be told what is signed */
function open(parsed: ParsedJson, artifact?: SignedArtifact): SignedDocument {
  const { fact } = recogniseJson(parsed) ?? {};
  const { value, ambiguities, trailingAt } = parsed;
  if (!isObject(value) || fact?.state !== 'recognised' || trailingAt) {
    throw new CheckFailed(
      'format',
      `Two readers would see two documents${
        ambiguities.length > 0 ? `: ${ambiguities[0].message}` : '.'
      }`,
      'Send the document as the signing tool wrote it.',
    );
  }
  try {
    return fact.format === 'dsse'
      ? openDsse(value)
      : openBundle(value, artifact);
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const { message, remedy = 'Send what the signer wrote.' } = error;
    throw new CheckFailed('format', message, remedy);
  }
}

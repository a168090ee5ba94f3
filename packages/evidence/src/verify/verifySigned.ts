import { isObject, parseJson, withDefaultLimits } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { recogniseJson } from '../recognise/recognise';
import { CheckFailed, CheckList } from './CheckList';
import { VerifyKey } from './readKey';
import { SigstoreRoot } from './readTrustedRoot';
import { RequiredMaterial, SignedArtifact, Verification } from './types';
import { verifyBundle } from './verifyBundle';
import { verifyEnvelope } from './verifyEnvelope';

/** What to check a signed document with, and what must be so. @public */
export interface VerifyOptions {
  /** For certificates, logs and timestamps. */
  root?: SigstoreRoot;
  /** For what was signed with a key. */
  keys: VerifyKey[];
  /** Default: one of each for certificates, none for keys. A certificate needs a time. */
  require?: Partial<RequiredMaterial>;
  /** What it should speak about. */
  artifact?: SignedArtifact;
  /** Who should have signed; both exact. Only for certificates. */
  expect?: { identity: string; issuer: string };
}

/**
 * Checks a DSSE envelope or a Sigstore bundle, offline. What does not hold is an
 * answer and never an error. Nothing in the document is fetched.
 *
 * @throws EvidenceError for bytes that are neither
 * @public
 */
export function verifySigned(
  bytes: Uint8Array,
  options: VerifyOptions,
): Verification {
  const parsed = parseJson(bytes, withDefaultLimits({}));
  const fact = recogniseJson(parsed)?.fact;
  const { value } = parsed;
  const isSigned =
    fact?.format === 'dsse' || fact?.format === 'sigstore-bundle';
  if (!isObject(value) || !isSigned) {
    throw new EvidenceError('unknown-format', 'This is no signed document.', {
      remedy: 'Give a DSSE envelope or a Sigstore bundle.',
    });
  }
  const list = new CheckList();
  const [ambiguity] = parsed.ambiguities;
  if (fact.state === 'ambiguous' || ambiguity || parsed.trailingAt) {
    return list.run(() => {
      throw new CheckFailed(
        'format',
        `Two readers would see two documents${
          ambiguity ? `: ${ambiguity.message}` : '.'
        }`,
        'Send the document as the signing tool wrote it.',
      );
    });
  }
  return fact.format === 'dsse'
    ? verifyEnvelope(value, options, list)
    : verifyBundle(value, options, list);
}

import { isObject, parseJson, withDefaultLimits } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { recogniseJson } from '../recognise/recognise';
import { CheckFailed, CheckList } from './CheckList';
import { Verification } from './types';
import { verifyBundle } from './verifyBundle';
import { verifyEnvelope } from './verifyEnvelope';
import type { VerifyOptions } from './VerifyOptions';

export type { VerifyOptions };

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

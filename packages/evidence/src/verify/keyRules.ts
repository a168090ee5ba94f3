import { KeyObject } from 'node:crypto';
import { EvidenceError } from '../model/EvidenceError';

const DIGEST_OF_CURVE: Record<string, string> = {
  prime256v1: 'sha256',
  secp384r1: 'sha384',
};
const MIN_RSA_BITS = 2048;

/** Refuses a key, with what would be taken. */
export function refusedKey(message: string): EvidenceError {
  return new EvidenceError('unreadable', message, {
    remedy: 'Give an ECDSA P-256 or P-384, Ed25519 or RSA key in PEM.',
  });
}

/**
 * The digest that a key signs with; `null` where the algorithm has its own.
 *
 * @throws EvidenceError for keys that are not supported or too short
 */
export function digestFor(key: KeyObject): string | null {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return null;
    case 'ec': {
      const digest = DIGEST_OF_CURVE[namedCurve ?? ''];
      if (digest) return digest;
      throw refusedKey(`The curve ${namedCurve} is not supported.`);
    }
    case 'rsa':
      if ((modulusLength ?? 0) >= MIN_RSA_BITS) return 'sha256';
      throw refusedKey(`An RSA key of ${modulusLength} bits is too short.`);
    default:
      throw refusedKey(
        `Keys of type ${key.asymmetricKeyType} are not supported.`,
      );
  }
}

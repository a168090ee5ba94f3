import {
  constants,
  createHash,
  createPublicKey,
  KeyObject,
  verify,
} from 'node:crypto';
import { digestVerifier } from './digestSignature';
import { digestFor, refusedKey } from './keyRules';

/** A public key and the one way in which it is used. @public */
export interface VerifyKey {
  /** SHA-256 of the key as SubjectPublicKeyInfo, in hexadecimal, unless one was given. */
  id: string;
  /** The key itself. */
  key: KeyObject;
  /** Whether these bytes carry this signature. */
  verify(data: Uint8Array, signature: Uint8Array): boolean;
  /**
   * Whether a file with this SHA-256 carries this signature. Absent where the algorithm
   * needs the file itself: Ed25519, RSA-PSS, and digests other than SHA-256.
   */
  verifyDigest?(sha256: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * Reads a public key in PEM: ECDSA on P-256 (SHA-256) or P-384 (SHA-384), Ed25519, or
 * RSA of 2,048 bits or more (SHA-256). The algorithm is the key's, never the document's.
 *
 * @throws EvidenceError where the text is no such key
 * @public
 */
export function readKey(
  pem: string,
  options: {
    id?: string;
    /** Only where the signer uses another than the key's usual one. */
    digest?: 'sha256' | 'sha384' | 'sha512';
    /** RSA only. Default `pkcs1`. */
    padding?: 'pkcs1' | 'pss';
  } = {},
): VerifyKey {
  if (/PRIVATE KEY/.test(pem)) {
    throw refusedKey(
      'This is a private key; only its public half belongs here.',
    );
  }
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw refusedKey('This is no public key in PEM.');
  }
  const digest = options.digest ?? digestFor(key);
  const spki = key.export({ format: 'der', type: 'spki' });
  const padding =
    options.padding === 'pss'
      ? {
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_AUTO,
        }
      : {};
  return {
    id: options.id ?? createHash('sha256').update(spki).digest('hex'),
    key,
    verify: (data, signature) =>
      verify(digest, data, { key, ...padding }, signature),
    ...(digest === 'sha256' &&
      options.padding !== 'pss' && { verifyDigest: digestVerifier(key) }),
  };
}

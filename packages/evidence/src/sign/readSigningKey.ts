import {
  createHash,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
} from 'node:crypto';
import { EvidenceError } from '../model/EvidenceError';
import { digestFor } from '../verify/keyRules';

/** A signer's private key, and what its public half is called. @public */
export interface SigningKey {
  /** SHA-256 of the public key as SubjectPublicKeyInfo, in hexadecimal. */
  id: string;
  /** Public half in PEM. */
  publicKey: string;
  /** Whether a Rekor log of version 1 takes its signatures: ECDSA on P-256 and RSA. */
  loggable: boolean;
  /** Signs bytes as `readKey` of the public half verifies them. */
  sign(data: Uint8Array): Buffer;
}

/**
 * Reads a private key in PEM: ECDSA on P-256 or P-384, Ed25519, or RSA of 2,048 bits
 * or more (PKCS #1 v1.5).
 *
 * @throws EvidenceError where it is none, or the passphrase does not open it
 * @public
 */
export function readSigningKey(pem: string, passphrase?: string): SigningKey {
  if (/ENCRYPTED (COSIGN|SIGSTORE) PRIVATE KEY/.test(pem)) {
    throw new EvidenceError(
      'unreadable',
      'This is a key in the form of cosign.',
      {
        remedy:
          'Give a key as openssl genpkey makes it; cosign import-key-pair reads such a key too.',
      },
    );
  }
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, passphrase });
  } catch {
    // The library's words could hold a part of what was given
    throw new EvidenceError('unreadable', 'This is no private key in PEM.', {
      remedy: 'Give a private key in PEM, and its passphrase where it has one.',
    });
  }
  const digest = digestFor(key);
  const own = createPublicKey(key);
  const spki = own.export({ format: 'der', type: 'spki' });
  return {
    id: createHash('sha256').update(spki).digest('hex'),
    publicKey: own.export({ format: 'pem', type: 'spki' }).toString(),
    loggable: digest === 'sha256',
    sign: data => sign(digest, data, key),
  };
}

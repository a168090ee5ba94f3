import {
  createHash,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
} from 'node:crypto';
import { EvidenceError } from '../model/EvidenceError';
import { readEvidence } from '../readEvidence';
import { preAuthEncoding } from '../verify/pae';
import { digestFor } from '../verify/keyRules';

const IN_TOTO = 'application/vnd.in-toto+json';

/** A signer's private key, and what its public half is called. @public */
export interface SigningKey {
  /** SHA-256 of the public key as SubjectPublicKeyInfo, in hexadecimal. */
  id: string;
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
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    id: createHash('sha256').update(spki).digest('hex'),
    sign: data => sign(digest, data, key),
  };
}

/** A Sigstore bundle as JSON. @public */
export interface SignedBundle {
  /** v0.3. */
  mediaType: string;
  /** Names the key by the hash of it; a hint that nobody signed. */
  verificationMaterial: { publicKey: { hint: string } };
  /** For in-toto statements. */
  dsseEnvelope?: {
    payload: string;
    payloadType: string;
    signatures: { sig: string }[];
  };
  /** For every other file. */
  messageSignature?: {
    messageDigest: { algorithm: 'SHA2_256'; digest: string };
    signature: string;
  };
}

/**
 * Signs a document with a key: an in-toto statement in a DSSE envelope, anything else
 * by its own bytes.
 *
 * Source: sigstore/protobuf-specs, sigstore_bundle.proto.
 *
 * @public
 */
export function signBundle(bytes: Uint8Array, key: SigningKey): SignedBundle {
  const bundle = {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      publicKey: { hint: Buffer.from(key.id, 'hex').toString('base64') },
    },
  };
  if (isStatement(bytes)) {
    const sig = key.sign(preAuthEncoding(IN_TOTO, bytes)).toString('base64');
    return {
      ...bundle,
      dsseEnvelope: {
        payload: Buffer.from(bytes).toString('base64'),
        payloadType: IN_TOTO,
        signatures: [{ sig }],
      },
    };
  }
  return {
    ...bundle,
    messageSignature: {
      messageDigest: {
        algorithm: 'SHA2_256',
        digest: createHash('sha256').update(bytes).digest('base64'),
      },
      signature: key.sign(bytes).toString('base64'),
    },
  };
}

function isStatement(bytes: Uint8Array): boolean {
  try {
    const { recognised } = readEvidence(bytes);
    return recognised.format === 'in-toto-statement';
  } catch (error) {
    // Any file may be signed
    if (error instanceof EvidenceError && error.code !== 'ambiguous') {
      return false;
    }
    throw error;
  }
}

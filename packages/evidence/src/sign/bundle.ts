import { createHash } from 'node:crypto';
import { EvidenceError } from '../model/EvidenceError';
import { readEvidence } from '../readEvidence';
import { preAuthEncoding } from '../verify/pae';

const IN_TOTO = 'application/vnd.in-toto+json';

/** A Sigstore bundle as JSON. @public */
export interface SignedBundle {
  /** v0.3. */
  mediaType: string;
  /**
   * What names the signer: the hash of a key, a hint that nobody signed, or a
   * certificate in DER and base64.
   */
  verificationMaterial:
    | { publicKey: { hint: string } }
    | { certificate: { rawBytes: string } };
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

/** A document, how it is to be signed, and the bytes that a signature is made over. @public */
export interface Signable {
  /** The document itself. */
  bytes: Uint8Array;
  /** A statement goes into a DSSE envelope; a file stays beside its signature. */
  type: 'statement' | 'file';
  /** What to sign. */
  data: Buffer;
}

/**
 * What of a document is signed: the envelope's encoding of an in-toto statement, the
 * bytes of anything else.
 *
 * @throws EvidenceError where two readers would see two documents
 * @public
 */
export function toSignable(bytes: Uint8Array): Signable {
  return isStatement(bytes)
    ? { bytes, type: 'statement', data: preAuthEncoding(IN_TOTO, bytes) }
    : { bytes, type: 'file', data: Buffer.from(bytes) };
}

/**
 * Puts a signature and who made it into a bundle.
 *
 * Source: sigstore/protobuf-specs, sigstore_bundle.proto.
 *
 * @public
 */
export function toBundle(
  { bytes, type }: Signable,
  signature: Uint8Array,
  verificationMaterial: SignedBundle['verificationMaterial'],
): SignedBundle {
  const bundle = {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial,
  };
  const sig = Buffer.from(signature).toString('base64');
  if (type === 'statement') {
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
      signature: sig,
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

import { constants, KeyObject, publicDecrypt } from 'node:crypto';
import { p256, p384 } from '@noble/curves/nist.js';

/*
 * Node hashes what it verifies, always. Where only the digest of a file is known, the
 * signature is checked over that: ECDSA by a library, RSA PKCS #1 v1.5 by opening it.
 * Ed25519 and RSA-PSS need the file.
 */

const CURVES = { prime256v1: p256, secp384r1: p384 };

/** DigestInfo of SHA-256, without the digest. Source: RFC 8017, section 9.2, note 1. */
const SHA256_INFO = Buffer.from(
  '3031300d060960864801650304020105000420',
  'hex',
);

/** Says whether something with this SHA-256 carries this signature. */
export type VerifyDigest = (
  sha256: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** `undefined` where the key's algorithm needs the file itself. */
export function digestVerifier(key: KeyObject): VerifyDigest | undefined {
  if (key.asymmetricKeyType === 'rsa') {
    return (sha256, signature) => holdsRsa(key, sha256, signature);
  }
  const { namedCurve } = key.asymmetricKeyDetails ?? {};
  const curve = CURVES[namedCurve as keyof typeof CURVES];
  if (key.asymmetricKeyType !== 'ec' || !curve) return undefined;
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
  return (sha256, signature) => {
    try {
      return curve.verify(signature, sha256, point, {
        format: 'der',
        prehash: false,
        // Only some signers write the smaller of the two forms
        lowS: false,
      });
    } catch {
      return false;
    }
  };
}

function holdsRsa(
  key: KeyObject,
  sha256: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    const opened = publicDecrypt(
      { key, padding: constants.RSA_PKCS1_PADDING },
      signature,
    );
    return opened.equals(Buffer.concat([SHA256_INFO, sha256]));
  } catch {
    return false;
  }
}

import { constants, KeyObject, verify } from 'node:crypto';
import { digestFor } from './keyRules';

const DIGESTS = ['sha256', 'sha384', 'sha512'];
const PADDINGS = [
  { padding: constants.RSA_PKCS1_PADDING },
  {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_AUTO,
  },
];

/**
 * Whether this key may have made a signature of the file, in any way that signing tools
 * use and not only the key's usual one: cosign takes SHA-256 with every key, others the
 * digest that goes with the curve, and RSA is padded in two ways. A key of a kind that
 * is not supported may have signed anything.
 */
export function couldHaveSigned(
  key: KeyObject,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  let usual: string | null;
  try {
    usual = digestFor(key);
  } catch {
    return true;
  }
  const digests = usual === null ? [null] : DIGESTS;
  const paddings = key.asymmetricKeyType === 'rsa' ? PADDINGS : [{}];
  return digests.some(digest =>
    paddings.some(padding => {
      try {
        return verify(digest, bytes, { key, ...padding }, signature);
      } catch {
        return false;
      }
    }),
  );
}

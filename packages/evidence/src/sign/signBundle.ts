import { SignedBundle, toBundle, toSignable } from './bundle';
import { SigningKey } from './readSigningKey';

/** Names a key in a bundle. @public */
export function keyMaterial({
  id,
}: SigningKey): SignedBundle['verificationMaterial'] {
  return { publicKey: { hint: Buffer.from(id, 'hex').toString('base64') } };
}

/**
 * Signs a document with a key: an in-toto statement in a DSSE envelope, anything else
 * by its own bytes.
 *
 * @public
 */
export function signBundle(bytes: Uint8Array, key: SigningKey): SignedBundle {
  const signable = toSignable(bytes);
  return toBundle(signable, key.sign(signable.data), keyMaterial(key));
}

import { Signer } from '../verify/types';

/** The name by which a person knows a signer. */
export function signerName(signer: Signer | undefined): string {
  if (!signer) return 'an unknown signer';
  return signer.type === 'key' ? `key ${signer.keyId}` : signer.identity;
}

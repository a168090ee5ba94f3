import { Signable, SignedBundle } from '@hotpass/supply-chain-evidence';

/** A signature, and what names who made it. */
export interface Signature {
  signature: Buffer;
  material: SignedBundle['verificationMaterial'];
  /** PEM of the certificate or public key, as logs want it. */
  verifier: string;
}

/** Signs with a key, or with one that a certificate was given for. */
export interface Signer {
  sign(signable: Signable): Promise<Signature>;
  /** Who signs, for a sentence; known after the first signature. */
  name(): string;
  /** The same for JSON. */
  details(): { keyId: string } | { identity: string; issuer: string };
}

import type { VerifyKey } from './readKey';
import type { SigstoreRoot } from './readTrustedRoot';
import type { RequiredMaterial, SignedArtifact } from './types';

/** What to check a signed document with, and what must be so. @public */
export interface VerifyOptions {
  /** For certificates, logs and timestamps. */
  root?: SigstoreRoot;
  /** For what was signed with a key. */
  keys: VerifyKey[];
  /** Default: one of each for certificates, none for keys. A certificate needs a time. */
  require?: Partial<RequiredMaterial>;
  /** What it should speak about. */
  artifact?: SignedArtifact;
  /** Who should have signed; both exact. Only for certificates. */
  expect?: { identity: string; issuer: string };
}

import { DigestSet } from '../model/Digest';

/**
 * The checks of a signed document, in the order in which they are made. Each one
 * relies on those before it, so the first that fails ends the rest:
 *
 * 1. `format`: one document, read the same by everybody, with exactly one signature
 * 2. `time`: trusted times, from timestamp authorities or the log's promise
 * 3. `signer`: the key is known, or the certificate chains to a root, at all those times
 * 4. `sct`: the certificate was published in a certificate transparency log
 * 5. `log`: the signature was published in a transparency log, and these very bytes
 * 6. `signature`: the signer's key signed these very bytes
 * 7. `payload`: what was signed is an in-toto statement, where it says so
 * 8. `subject`: the signer speaks about the artifact at hand
 * 9. `identity`: the signer is who was asked for
 *
 * @public
 */
export type VerifyCheckName =
  | 'format'
  | 'time'
  | 'signer'
  | 'sct'
  | 'log'
  | 'signature'
  | 'payload'
  | 'subject'
  | 'identity';

/** How one check ended. @public */
export interface VerifyCheck {
  /** Which one; see {@link VerifyCheckName} for their order. */
  check: VerifyCheckName;
  /** `absent`: the document has none and none was asked for; `not-made`: nobody looked. */
  state: 'passed' | 'failed' | 'absent' | 'not-made';
  /** One sentence: what was found. */
  reason?: string;
  /** One sentence: what to do, where it failed. */
  remedy?: string;
}

/** Material that must be there; the document never chooses. @public */
export interface RequiredMaterial {
  /** Entries in transparency logs. */
  log: number;
  /** Signed certificate timestamps; only certificates have any. */
  sct: number;
  /** Trusted times, of a timestamp authority or of a log that promises inclusion. */
  time: number;
}

/** Who signed, as far as cryptography tells. @public */
export type Signer =
  | { type: 'key'; keyId: string }
  | {
      type: 'certificate';
      /** Subject alternative name: an address of a workflow or a person. */
      identity: string;
      /** Who told the certificate authority so. */
      issuer: string;
      /** Fulcio's extensions by their names, such as `sourceRepositoryIdentifier`. */
      claims: Record<string, string>;
    };

/** The artifact at hand. @public */
export interface SignedArtifact {
  /** Needed for signatures over a file's own bytes. */
  bytes?: Uint8Array;
  /** Full digests; compared with the subjects of a statement. */
  digest: DigestSet;
}

/** What is known of a signed document. @public */
export interface Verification {
  /** `verified` only where no check failed. */
  state: 'verified' | 'failed';
  /** All checks, in their order. */
  checks: VerifyCheck[];
  /** Absent where the signature does not hold. */
  signer?: Signer;
  /** RFC 3339; trusted times at which the signature existed. */
  times: string[];
  /** The bytes that were signed, and nothing else may be parsed. Absent for files. */
  payload?: { type: string; bytes: Uint8Array };
}

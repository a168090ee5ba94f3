import { ResourceDescriptor } from '../model/ReadDocument';
import { Signer, VerifyCheck } from '../verify/types';
import { Revocation } from './TrustPolicy';

/** What a signature is over. @public */
export type SignedContent =
  | {
      type: 'statement';
      /** URI. */
      predicateType: string;
      /** As stated; binding compares full digests only. */
      subjects: ResourceDescriptor[];
    }
  | {
      type: 'file';
      /** Of the file that was signed: lower-case hexadecimal. */
      sha256: string;
    };

/**
 * What a line asks of the moment when the bytes arrived here first, where no trusted
 * time tells when they were signed. Relating compares it with our recorded receipt.
 *
 * @public
 */
export interface ReceiptNeeded {
  /** RFC 3339; received then or later, else the line's `period` is unmet. */
  from?: string;
  /** RFC 3339; received before, else the line's `period` is unmet. */
  until?: string;
  /** Received before its `since`, else the line is `revoked` for this document. */
  revoked?: Revocation;
}

/** Whether a document's signer, material, times and content fit one line. Says nothing of entities. @public */
export type LineFit =
  | {
      line: string;
      state: 'met';
      /** Absent where trusted times have answered, or nothing was asked. */
      receipt?: ReceiptNeeded;
    }
  | {
      line: string;
      state: 'unmet';
      /**
       * Which part of the line; `signer` where it is about somebody else. `material`
       * is also a signature that does not hold, by whom the line speaks of.
       */
      part: 'signer' | 'material' | 'period' | 'content' | 'source' | 'revoked';
      /** One sentence. */
      reason: string;
      /** One sentence: what to do. */
      remedy: string;
    };

/** What of a line does not fit, whichever line it is. @internal */
export type Unmet = Omit<
  Extract<LineFit, { state: 'unmet' }>,
  'line' | 'state'
>;

/**
 * What cryptography and the trust policy tell of one signed document: a function of
 * the bytes and the policy's digest, whoever sent it for whichever entity. JSON.
 *
 * @public
 */
export interface SignedAssessment {
  /** `sha256:<hex>` of the policy's canonical JSON. */
  policyDigest: string;
  /** `unchecked`: there is no key or root here to check it with. */
  state: 'verified' | 'failed' | 'unchecked';
  /** One sentence, where it is not verified. */
  reason?: string;
  /** In their order, of the way of checking that came furthest. */
  checks: VerifyCheck[];
  /** Who signed; only where verified. */
  signer?: Signer;
  /** Who it says signed it, where the signature does not hold. Nobody vouches for it. */
  claimed?: Signer;
  /** RFC 3339; trusted times at which the signature existed. */
  times: string[];
  /** Absent where nothing was verified. */
  content?: SignedContent;
  /** For every line of the policy, in its order. */
  lines: LineFit[];
  /** The names of the root or key that it was checked with. */
  material?: { root?: string; key?: string };
  /**
   * Of a document with several envelopes, each by itself; `content` is then theirs,
   * and a line is met only where every one meets it.
   */
  parts?: SignedAssessment[];
}

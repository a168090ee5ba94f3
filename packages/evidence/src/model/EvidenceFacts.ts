import { Defect } from './Defect';
import type { Signer, VerifyCheck } from '../verify/types';
import { DigestAuthority } from './Digest';

/** The formats that can be told apart by structure. @public */
export type FormatId =
  | 'cyclonedx-json'
  | 'cyclonedx-xml'
  | 'spdx2-json'
  | 'spdx2-tag-value'
  | 'spdx3-json'
  | 'dsse'
  | 'in-toto-bundle'
  | 'in-toto-statement'
  | 'sigstore-bundle'
  | 'detached-signature'
  | 'openvex'
  | 'csaf'
  | 'sarif'
  | 'grype'
  | 'trivy'
  | 'osv-scanner'
  | 'scorecard'
  | 'checksums'
  | 'unknown';

/** What a piece of evidence is for. @public */
export type EvidenceKind =
  | 'sbom'
  | 'provenance'
  | 'vex'
  | 'scan'
  | 'checksums'
  | 'scorecard'
  | 'analysis'
  | 'vsa'
  | 'attestation'
  | 'signature'
  | 'other';

/** Fact 1: what the bytes are, and what told so. @public */
export interface RecognisedFact {
  /** `ambiguous` when two readers could see two documents: two marks, a key given twice. */
  state: 'recognised' | 'ambiguous' | 'unknown';
  /** `unknown` unless the structure names one. */
  format: FormatId;
  /** The version the document itself states, such as `1.6`. */
  version?: string;
  /** For statements: the predicate type. */
  predicateType?: string;
  /** IANA media type of the format, else of its syntax. */
  mediaType: string;
  /** What the evidence is for, by its format or predicate type. */
  kind: EvidenceKind;
  /** The structural marks that decided, such as `bomFormat == "CycloneDX"`. */
  detectedBy: string;
}

/** Fact 2: the verdict of the format's schema and reference checks. @public */
export interface ValidFact {
  /** `not-checked` where no schema for the format or version is known. */
  state: 'valid' | 'invalid' | 'not-checked';
  /** The schema used, such as `CycloneDX 1.6`. */
  schema?: string;
  /** At most 100 defects; `defectCount` has the real number. */
  defects: Defect[];
  /** All defects, also those not in `defects`. */
  defectCount: number;
}

/** Fact 3: only `verified` ever counts. @public */
export interface SignatureFact {
  /** `none` without a signature, `unchecked` where one was not looked at. */
  state: 'none' | 'unchecked' | 'failed' | 'verified';
  /** Identity or key id, once verified. */
  by?: string;
  /** Why the state is what it is, for a person. */
  reason?: string;
  /** The checks that were made, in their order; absent where nothing was checked. */
  checks?: VerifyCheck[];
  /** Who signed, with what its authority noted; only where verified. */
  signer?: Signer;
  /** RFC 3339; trusted times at which the signature existed. */
  times?: string[];
  /** What was found when it arrived, and is then kept: "verified at receipt". */
  atReceipt?: {
    state: 'unchecked' | 'failed' | 'verified';
    /** RFC 3339. */
    at: string;
    /** `sha256:<hex>` of the trust policy of that time. */
    policyDigest: string;
  };
}

/** Fact 4: what the evidence speaks about, and by whose authority. @public */
export interface BoundFact {
  /** `bound` by a full digest, `placed` only by where it was sent. */
  state: 'bound' | 'placed' | 'neither';
  /** Where the knowledge of those output digests comes from. */
  authority?: DigestAuthority;
  /** `<algorithm>:<hex>` of the outputs it is bound to. */
  outputs: string[];
  /** Why the state is what it is, for a person. */
  reason: string;
}

/** Fact 5: which trust line lets the signer say this, or none. @public */
export interface TrustFact {
  /** `trusted` only for a verified signature that a trust line covers. */
  state: 'trusted' | 'none';
  /** The trust line that applies, when trusted. */
  line?: string;
  /** The line was revoked, and nothing proves that this was signed before. */
  revoked?: 'retired' | 'compromised';
  /** Why the state is what it is, for a person. */
  reason?: string;
}

/** The five independent facts of a piece of evidence. Never folded into one boolean. @public */
export interface EvidenceFacts {
  /** Fact 1: what it is. */
  recognised: RecognisedFact;
  /** Fact 2: whether it follows its format. */
  valid: ValidFact;
  /** Fact 3: whether its signature holds. */
  signature: SignatureFact;
  /** Fact 4: what it speaks about. */
  bound: BoundFact;
  /** Fact 5: whether its signer may say this. */
  trust: TrustFact;
}

import { Defect } from './Defect';
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
  | 'other';

/** Fact 1: what the bytes are, and what told so. @public */
export interface RecognisedFact {
  state: 'recognised' | 'ambiguous' | 'unknown';
  format: FormatId;
  /** The version the document itself states, such as `1.6`. */
  version?: string;
  /** For statements: the predicate type. */
  predicateType?: string;
  mediaType: string;
  kind: EvidenceKind;
  /** The structural marks that decided, such as `bomFormat == "CycloneDX"`. */
  detectedBy: string;
}

/** Fact 2: the verdict of the format's schema and reference checks. @public */
export interface ValidFact {
  state: 'valid' | 'invalid' | 'not-checked';
  /** The schema used, such as `CycloneDX 1.6`. */
  schema?: string;
  /** At most 100 defects; `defectCount` has the real number. */
  defects: Defect[];
  defectCount: number;
}

/** Fact 3: only `verified` ever counts. @public */
export interface SignatureFact {
  state: 'none' | 'unchecked' | 'failed' | 'verified';
  /** Identity or key id, once verified. */
  by?: string;
  reason?: string;
}

/** Fact 4: what the evidence speaks about, and by whose authority. @public */
export interface BoundFact {
  state: 'bound' | 'placed' | 'neither';
  authority?: DigestAuthority;
  /** `<algorithm>:<hex>` of the outputs it is bound to. */
  outputs: string[];
  reason: string;
}

/** Fact 5: which trust line lets the signer say this, or none. @public */
export interface TrustFact {
  state: 'trusted' | 'none';
  line?: string;
  reason?: string;
}

/** The five independent facts of a piece of evidence. Never folded into one boolean. @public */
export interface EvidenceFacts {
  recognised: RecognisedFact;
  valid: ValidFact;
  signature: SignatureFact;
  bound: BoundFact;
  trust: TrustFact;
}

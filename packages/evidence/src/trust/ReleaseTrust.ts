import { DocumentFragment } from '../facts/DocumentFragment';
import { Output } from '../model/Digest';
import { BoundFact, SignatureFact, TrustFact } from '../model/EvidenceFacts';
import { SignedAssessment } from './SignedAssessment';
import { TrustPolicy } from './TrustPolicy';

/** One piece of evidence of a release, as relating needs it. @public */
export interface RelatedEvidence {
  /** Evidence id. */
  id: string;
  /** `sha256:<hex>` of the bytes. */
  digest: string;
  /** When the bytes arrived here first for this release: proves "before" a revocation. */
  receivedAt: Date;
  /** Counts now: neither superseded nor withdrawn. */
  current: boolean;
  /** What reading told. */
  fragment: DocumentFragment;
  /**
   * `sha256:<hex>` of the file that it is a detached signature of, as its sender or its
   * bundle says. Only tells what it is about; what was verified is the assessment's.
   */
  signs?: string;
  /** Under the policy that applies now; absent for what is not signed. */
  assessment?: SignedAssessment;
  /** Under the policy that applied when it arrived. */
  atReceipt?: SignedAssessment;
}

/** What relating is a function of; the order of `evidence` does not matter. @public */
export interface RelateOptions {
  /** Under which assessments must have been made to count. */
  policy: TrustPolicy;
  /** The clock of this judgement. */
  now: Date;
  /** `origin` is the entity's source location; `held` says why its trust waits for a person. */
  subject: { ref: string; origin?: string; held?: string };
  /** Everything of the release that was not withdrawn, superseded evidence included. */
  evidence: RelatedEvidence[];
  /** Declared and observed ones; attested ones are found here. */
  outputs: Output[];
  /**
   * From the entity's annotations: sources that it may be built from, beside what the
   * trust line expects. It narrows what a line grants and supplies nothing.
   */
  narrow?: {
    /** Exact URIs of the repository. */
    repositories?: string[];
    /** Globs over the full ref. */
    refs?: string[];
  };
}

/** A build product with its SLSA build level, and why. @public */
export interface LevelledOutput extends Output {
  /** 0–3. Source: slsa.dev/spec/v1.2/build-track-basics. */
  level: 0 | 1 | 2 | 3;
  /** Evidence that gives it this level. */
  evidence?: string;
  /** Sentences: what the level rests on. */
  because: string[];
  /** Sentences: what the next level needs; empty at 3. */
  next: string[];
}

/** What is known of one piece of evidence. @public */
export interface EvidenceTrust {
  /** Fact 3. */
  signature: SignatureFact;
  /** Fact 4. */
  bound: BoundFact;
  /** Fact 5. */
  trust: TrustFact;
  /** For provenance: expectations of its trust line that it does not meet. */
  unmet: { code: string; message: string; pointer?: string }[];
}

/** How the evidence of a release hangs together: signatures, bindings, trust, levels. @public */
export interface ReleaseTrust {
  /** By evidence id. */
  evidence: Record<string, EvidenceTrust>;
  /** All outputs; the same digest once, with its strongest authority. */
  outputs: LevelledOutput[];
  /** The lowest of the outputs; 0 where none is known. */
  buildLevel: 0 | 1 | 2 | 3;
  /** Evidence whose trusted statement sealed the outputs, if one did. */
  sealedBy?: string;
  /** Trusted statements that name other outputs than the sealed ones. Never merged. */
  sealConflicts: { evidence: string; name: string; digest: string }[];
  /** Digests given as outputs that are those of evidence documents, and so are none. */
  notOutputs: { name: string; digest: string; evidence: string }[];
  /** What of the signing of its evidence was reached, and what is expected. */
  adoption: {
    reached: 'digests-only' | 'signed' | 'keyless';
    expected?: 'digests-only' | 'signed' | 'keyless';
    /** RFC 3339. */
    from?: string;
  };
}

import { DocumentFragment } from '../facts/DocumentFragment';
import { EvidenceKind } from '../model/EvidenceFacts';
import { JudgeOptions } from '../policy/Policy.types';
import { Judgement, RuleDescription } from '../policy/types';
import { SignedAssessment } from '../trust/SignedAssessment';

/** What the sender says of the bytes; structure always wins over it. @public */
export interface ReadHint {
  /** As sent; says nothing about the format. */
  fileName?: string;
  /** Taken only where the structure tells no format; without it such bytes are refused. */
  kind?: EvidenceKind;
}

/** Where reading stops with an `EvidenceError`. @public */
export interface ReadLimits {
  /** Bytes after transport decoding. Default 128 MiB. */
  maxBytes: number;
  /** JSON nesting. Default 64. */
  maxDepth: number;
  /** JSON nodes. Default 5,000,000. */
  maxNodes: number;
  /** Bytes of one string. Default 4 MiB. */
  maxStringBytes: number;
  /** Bytes of what was read, as JSON; the caller’s thread takes them. Default 16 MiB. */
  maxReadingBytes: number;
}

/** A document that was read. @public */
export interface ReadResult {
  /** What later steps need of the document. */
  fragment: DocumentFragment;
  /** The fragment as zstd-compressed JSON, ready to be stored. */
  packed: Uint8Array;
}

/** A trust policy as threads get it; each parses it once. @public */
export interface TrustPolicyBytes {
  /** `sha256:<hex>` of its canonical JSON, as `readTrustPolicy` tells it. */
  digest: string;
  /** JSON text. */
  json: Uint8Array;
}

/** What a detached signature is over. @public */
export interface SignedFile {
  /** `sha256:<hex>`, as the sender says; only compared where the file is not given. */
  digest: string;
  /** The file itself, for keys that need it. */
  path?: string;
}

/**
 * Reads, assesses and judges off the event loop. One task per thread at a time.
 *
 * @public
 */
export interface EvidenceWorkers {
  /** Reads the file at `path`; throws `EvidenceError` for bytes that are refused. */
  read(path: string, hint?: ReadHint): Promise<ReadResult>;
  /**
   * Assesses the signed document at `path`; throws `EvidenceError` for bytes that are
   * refused or bear no signature, and `TrustPolicyError` for such a policy. What a
   * detached signature is over has to be said, unless it is a bundle that tells.
   */
  assess(
    path: string,
    policy: TrustPolicyBytes,
    signed?: SignedFile,
  ): Promise<SignedAssessment>;
  /** Judges canonical JSON bytes of a fact document. Never throws for a document's sake. */
  judge(facts: Uint8Array, options: JudgeOptions): Promise<Judgement>;
  /** The rules of the loaded bundle and its digest. */
  describePolicy(): Promise<{ digest: string; rules: RuleDescription[] }>;
  /** Ends the threads; work under way is given up. */
  close(): Promise<void>;
}

/** How many threads, with which limits and which policy. @public */
export interface EvidenceWorkersOptions {
  /** Default 1. */
  threads?: number;
  /** Default 20,000. */
  readTimeoutMs?: number;
  /** Default 20,000. */
  assessTimeoutMs?: number;
  /** Default 10,000. */
  judgeTimeoutMs?: number;
  /** Missing ones take their defaults. */
  limits?: Partial<ReadLimits>;
  /** Default: the bundle in this package's assets. */
  bundlePath?: string;
  /** `sha256:<hex>` that the bundle must have. */
  bundleDigest?: string;
}

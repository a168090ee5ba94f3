import { Readable } from 'node:stream';
import {
  Channel,
  EvidenceKind,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';

export type Via = 'http' | 'collector' | 'page';

/** Who sends, by which way, and what for. */
export interface Sender {
  principal: Principal;
  via: Via;
  /** `repository @ workflow`, only from verified claims. */
  source?: string;
  /** Verified claims of a pipeline token. */
  claims?: Record<string, unknown>;
  /**
   * Where a principal stands for jobs of different trust: which of them this is, as 64
   * hexadecimal digits. Each has idempotency keys of its own.
   */
  scope?: string;
}

/** Where bytes are to be placed, as said by the sender. */
export interface Placement {
  /** `kind:namespace/name`, any case. */
  entityRef: string;
  version: string;
  /** Default `release`. */
  channel?: Channel;
  /** Default `main`. */
  line?: string;
  stream?: string;
  kind?: EvidenceKind;
  fileName?: string;
  /** `sha256:<hex>` of the file that it is a detached signature of. */
  signs?: string;
}

/** What a sender may besides sending; decided before the bytes are taken. */
export interface Permitted {
  /** Absent: every kind. */
  kinds?: EvidenceKind[];
  /** The stated build time is heeded. */
  madeAt: boolean;
  /** Sending bytes that were withdrawn takes the withdrawal back. People only. */
  reinstate?: boolean;
}

/** One document on its way in. Whether the sender may was decided before. */
export interface Submission extends Placement, Sender {
  body: Readable;
  /** `gzip`, `zstd`, `identity` or nothing. */
  contentEncoding?: string;
  /** Stated build time of the release. */
  madeAt?: Date;
  /** `<algorithm>:<hex>=<name>`. */
  outputs?: string[];
  idempotencyKey?: string;
  /** What the sender may besides sending; absent: every kind and nothing else. */
  permitted?: Permitted;
  /** Aborted when the sender is gone. */
  signal?: AbortSignal;
}

/** What became of an arrival. `uid` is the id of the receipt, or of the refusal. */
export interface IntakeResult {
  uid: string;
  status: 'processing' | 'accepted' | 'known' | 'refused';
  at: Date;
  /** Absent for a refusal that named none. */
  entityRef?: string;
  principalRef: string;
  /** Set once recorded. */
  releaseUid?: string;
  evidenceUid?: string;
  /** The release's newest ask has been judged. */
  judged: boolean;
  /** This arrival took a withdrawal back. */
  reinstated?: boolean;
  /** How it ended, where it was answered before that. */
  settled?: Promise<IntakeResult>;
}

/** Why an arrival is turned away. */
export interface RefusalReason {
  code: string;
  /** HTTP status. */
  status: number;
  reason: string;
  pointer?: string;
  line?: number;
  remedy?: string;
  /** For 429 and 503, where it is known; else a few seconds. */
  retryAfterSeconds?: number;
}

/** The write side, as the HTTP routes and the collectors use it. */
export interface IntakeService {
  /**
   * Takes one document in. Resolves when it is recorded and judged, or with
   * `processing` (or `judged: false`) when the answer deadline passes; rejects with
   * `RefusedError` after the refusal was written down.
   */
  submit(submission: Submission): Promise<IntakeResult>;
  /** Survives restarts for everything but `processing`. */
  getReceipt(uid: string): Promise<IntakeResult | undefined>;
  /** Takes a mistaken upload out of the release; the bytes stay. */
  withdraw(options: {
    evidenceUid: string;
    reason: string;
    principal: Principal;
  }): Promise<void>;
  /** Writes a refusal down and gives the error to throw. */
  refuse(
    arrival: Partial<Placement> & Sender & { size?: number },
    reason: RefusalReason,
  ): Promise<Error>;
  /** Arrivals being worked on by this replica. */
  readonly processing: number;
  /** Those of them that are for these entities. */
  processingOf(entityRefs: ReadonlySet<string>): number;
}

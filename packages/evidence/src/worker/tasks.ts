import type { JudgeOptions } from '../policy/Policy.types';
import type { EvidenceErrorCode } from '../model/EvidenceError';
import type { PolicyErrorCode } from '../policy/types';
import type { TrustPolicyProblem } from '../trust/TrustPolicyError';
import type {
  ReadHint,
  ReadLimits,
  SignedFile,
  TrustPolicyBytes,
} from './types';

/** What a thread is asked to do. Bytes go both ways, never large objects. @public */
export type WorkerTask =
  | { do: 'read'; path: string; hint?: ReadHint; limits?: Partial<ReadLimits> }
  | { do: 'judge'; facts: Uint8Array; options: JudgeOptions }
  | {
      do: 'assess';
      path: string;
      policy: TrustPolicyBytes;
      signed?: SignedFile;
      limits?: Partial<ReadLimits>;
    }
  | { do: 'describe' };

/** A refusal, carried over as data: classes do not survive the way. @internal */
export interface RefusalReply {
  refused: {
    code: EvidenceErrorCode;
    message: string;
    pointer?: string;
    line?: number;
    column?: number;
    remedy?: string;
  };
}

/** @internal */
export interface ReadReply {
  /** JSON text of the `DocumentFragment`. */
  fragment: Uint8Array;
  /** The same, compressed with zstd. */
  packed: Uint8Array;
}

/** A policy that could not be had, carried over as data too. @internal */
export interface NoPolicyReply {
  noPolicy: { code: PolicyErrorCode; message: string };
}

/** @internal */
export interface JsonReply {
  /** JSON text. */
  json: Uint8Array;
}

/** A trust policy that was refused, carried over as data too. @internal */
export interface NoTrustPolicyReply {
  noTrustPolicy: TrustPolicyProblem[];
}

import {
  Erasure,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';

export interface ErasureDecision {
  uid: string;
  reason: string;
  principal: Principal;
}

/** Erasure of personal data by two people. Permissions were asked before. */
export interface ErasureService {
  list(): Promise<Erasure[]>;
  /** `NotFoundError` for a digest of no evidence, `ConflictError` for a second request. */
  request(options: {
    /** `sha256:<hex>`. */
    digest: string;
    legalBasis: string;
    reason: string;
    principal: Principal;
  }): Promise<Erasure>;
  /** `NotAllowedError` for who asked, `ConflictError` for what a hold covers. */
  approve(decision: ErasureDecision): Promise<Erasure>;
  reject(decision: ErasureDecision): Promise<Erasure>;
}

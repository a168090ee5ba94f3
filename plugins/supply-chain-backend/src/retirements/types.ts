import {
  Channel,
  LiveRelease,
  Principal,
  Retirement,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity } from '../authorization';

/** A release that left a stage, or every stage, as somebody says. */
export interface RetirementClaim {
  /** Normalised `kind:namespace/name`. */
  entityRef: string;
  version: string;
  channel: Channel;
  /** Absent: every stage that it was promoted to. */
  stage?: string;
  reason?: string;
  /** Until when it is supported. */
  /** RFC 3339, as stated. */
  supportUntil?: string;
  principal: Principal;
  /** `repository @ workflow`, only from verified claims. */
  source?: string;
}

/** Remembers which release is no longer where it went. */
export interface RetirementService {
  /**
   * `InputError` for a stage that is not configured, `NotFoundError` for a release
   * that nothing was sent for, `ConflictError` for a stage that it never went to.
   */
  record(
    claim: RetirementClaim,
  ): Promise<{ retirement: Retirement; isNew: boolean }>;
  listLive(entity: GrantedEntity): Promise<LiveRelease[]>;
}

import {
  Channel,
  Principal,
  Promotion,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** A release that went to a stage, as somebody says. */
export interface PromotionClaim {
  /** Normalised `kind:namespace/name`. */
  entityRef: string;
  version: string;
  channel: Channel;
  stage: string;
  principal: Principal;
  /** `repository @ workflow`, only from verified claims. */
  source?: string;
}

/** Remembers which release went where, and whether the gate had been asked. */
export interface PromotionService {
  /**
   * The first record of a release and stage stays. `InputError` for a stage that is
   * not configured, `NotFoundError` for a release that nothing was sent for.
   */
  record(
    claim: PromotionClaim,
  ): Promise<{ promotion: Promotion; isNew: boolean }>;
}

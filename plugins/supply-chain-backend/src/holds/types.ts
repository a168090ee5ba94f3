import {
  HeldEntityPage,
  Hold,
  HoldPreview,
  HoldTarget,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';

/** A hold that is to be placed. */
export interface HoldOrder {
  target: HoldTarget;
  reason: string;
  reference: string;
  reviewAt: Date;
  principal: Principal;
}

/** Legal holds. Whoever calls it has asked the permissions. */
export interface HoldService {
  /** Without those on a single entity, or its release, that is hidden from the caller. */
  list(granted: GrantedList, options: { active?: boolean }): Promise<Hold[]>;
  /**
   * What a hold would cover of what the caller may see. `InputError` for a target that
   * names nothing, or what is hidden from the caller.
   */
  preview(
    granted: GrantedList,
    options: { target: HoldTarget; principal: Principal },
  ): Promise<HoldPreview>;
  /** Entities that a hold covers, by ref; `NotFoundError` without such a hold. */
  listEntities(
    granted: GrantedList,
    options: { uid: string; cursor?: string; limit: number },
  ): Promise<HeldEntityPage>;
  /** `InputError` for a target that names nothing, or a review date that is over. */
  place(order: HoldOrder): Promise<Hold>;
  /** `NotAllowedError` for who placed it, `ConflictError` for one that was lifted. */
  lift(options: {
    uid: string;
    reason: string;
    principal: Principal;
  }): Promise<Hold>;
  review(options: {
    uid: string;
    reviewAt: Date;
    principal: Principal;
  }): Promise<Hold>;
}

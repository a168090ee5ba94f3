import {
  Channel,
  Decision,
  Gate,
  Posture,
  Principal,
  ReleasePage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity } from '../authorization';

/** Answers whether a release may ship, and what proves or hinders it. */
export interface PostureService {
  /** `NotFoundError` for releases that are not this entity's. */
  getPosture(
    entity: GrantedEntity,
    options?: {
      release?: string;
      compareWith?: string;
      /** Says which holds cover the release, and not only that some do. */
      namesHolds?: boolean;
    },
  ): Promise<Posture>;
  /** Newest first. */
  listReleases(
    entity: GrantedEntity,
    options: { channel?: Channel; cursor?: string; limit: number },
  ): Promise<ReleasePage>;
  /** `NotFoundError` where the release was never judged. */
  getDecision(entity: GrantedEntity, releaseUid: string): Promise<Decision>;
  /**
   * Never throws for an unknown release: the answer is `unknown`, and pipeline health
   * shows that it was asked for. What was answered is remembered for promotions.
   */
  getGate(
    entity: GrantedEntity,
    options: {
      release: string;
      channel: Channel;
      /** `InputError` for one that is not configured. */
      stage?: string;
      askedBy: Principal;
    },
  ): Promise<Gate>;
}

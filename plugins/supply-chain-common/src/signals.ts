/** Signal channel on which changes of an entity's posture are announced. @public */
export const SUPPLY_CHAIN_SIGNAL_CHANNEL = 'supply-chain';

/** Event topic of the same changes, for other backend plugins. @public */
export const SUPPLY_CHAIN_EVENT_TOPIC = 'supply-chain';

/**
 * Sent to every open page after a release was judged or its evidence changed. Signals
 * know no permissions, so it names no entity: who may read an entity's posture
 * learns its `signalId` there.
 *
 * @public
 */
export type SupplyChainSignal = {
  type: 'posture-changed';
  signalId: string;
};

/**
 * The same change as other backend plugins get it, and what people have to be told of
 * retention: a hold is to be reviewed, or an entity left the catalog so long ago that
 * its newest release no longer counts as live. Carries no evidence.
 *
 * @public
 */
export type SupplyChainEvent =
  | {
      type: 'posture-changed';
      entityRef: string;
    }
  | {
      type: 'hold-review-due';
      holdId: string;
      /** User entity ref. */
      placedBy: string;
      /** RFC 3339. */
      reviewAt: string;
    }
  | {
      type: 'live-ended';
      entityRef: string;
      /** Entity ref, as it was in the catalog. */
      owner?: string;
    };

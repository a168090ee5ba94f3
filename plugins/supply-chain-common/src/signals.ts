/** Signal channel on which changes of an entity's posture are announced. @public */
export const SUPPLY_CHAIN_SIGNAL_CHANNEL = 'supply-chain';

/** Event topic of the same changes, for other backend plugins. @public */
export const SUPPLY_CHAIN_EVENT_TOPIC = 'supply-chain';

/** Sent after a release was judged or its evidence changed. Carries no evidence. @public */
export type SupplyChainSignal = {
  type: 'posture-changed';
  entityRef: string;
};

export type * from './RetentionApi';
export { RetentionClient } from './RetentionClient';
export type * from './SupplyChainApi';
export { SupplyChainClient } from './SupplyChainClient';
export type { SupplyChainDiscovery, SupplyChainFetch } from './request';
export {
  SupplyChainMirrorClient,
  type MirrorOutcome,
  type MirrorTarget,
} from './SupplyChainMirrorClient';

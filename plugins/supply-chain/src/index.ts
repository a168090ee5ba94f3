/**
 * Supply-chain evidence on the entity page and a portal page.
 *
 * @packageDocumentation
 */
export { retentionApiRef, supplyChainApiRef } from './api';
export { isSupplyChainAvailable } from './isSupplyChainAvailable';
export {
  EntitySupplyChainCard,
  EntitySupplyChainContent,
  SupplyChainLiveStatus,
  SupplyChainPage,
  supplyChainPlugin,
} from './plugin';
export { docsRouteRef, entityContentRouteRef, rootRouteRef } from './routes';
export { supplyChainTranslationRef } from './translation';

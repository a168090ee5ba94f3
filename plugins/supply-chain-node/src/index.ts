/**
 * Extension points of the supply-chain plugin.
 *
 * @packageDocumentation
 */
export type { ArtifactStore, StoredArtifact } from './ArtifactStore';
export { companionRefOf } from './companionRefOf';
export {
  supplyChainArtifactStoreExtensionPoint,
  type SupplyChainArtifactStoreExtensionPoint,
} from './extensionPoints';

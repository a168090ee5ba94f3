import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ArtifactStore } from './ArtifactStore';

/** Replaces the folder that artifacts are kept in. @public */
export interface SupplyChainArtifactStoreExtensionPoint {
  /** May be called once; the second call throws. */
  setArtifactStore(store: ArtifactStore): void;
}

/** For a module that keeps artifacts elsewhere, such as in an object store. @public */
export const supplyChainArtifactStoreExtensionPoint =
  createExtensionPoint<SupplyChainArtifactStoreExtensionPoint>({
    id: 'supply-chain.artifact-store',
  });

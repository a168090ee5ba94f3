import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ArtifactStore } from './ArtifactStore';

/** Replaces the folder that artifacts are kept in. @public */
export interface SupplyChainArtifactStoreExtensionPoint {
  /** May be called once; the second call throws. */
  setArtifactStore(store: ArtifactStore): void;
}

/** @public */
export const supplyChainArtifactStoreExtensionPoint =
  createExtensionPoint<SupplyChainArtifactStoreExtensionPoint>({
    id: 'supply-chain.artifact-store',
  });

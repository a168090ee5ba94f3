import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Reading an entity's evidence, decisions and findings; also needs the entity itself to be visible. @public */
export const evidenceReadPermission = createPermission({
  name: 'supply-chain.evidence.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Downloading the exact bytes. @public */
export const evidenceDownloadPermission = createPermission({
  name: 'supply-chain.evidence.download',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Uploading evidence as a person. @public */
export const evidenceSubmitPermission = createPermission({
  name: 'supply-chain.evidence.submit',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Withdrawing a mistaken upload. @public */
export const evidenceWithdrawPermission = createPermission({
  name: 'supply-chain.evidence.withdraw',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Seeing pipeline health; rows are still limited to what the caller may read. @public */
export const healthReadPermission = createPermission({
  name: 'supply-chain.health.read',
  attributes: { action: 'read' },
});

/** Seeing which pipelines are known and what they may do, and trying claims. @public */
export const pipelinesReadPermission = createPermission({
  name: 'supply-chain.pipelines.read',
  attributes: { action: 'read' },
});

/** Seeing who is trusted to vouch for what, and trying a signed document. @public */
export const trustReadPermission = createPermission({
  name: 'supply-chain.trust.read',
  attributes: { action: 'read' },
});

/** Confirming that an entity whose source changed is still the same, so that its evidence is trusted again. @public */
export const trustConfirmPermission = createPermission({
  name: 'supply-chain.trust.confirm',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Seeing classes, dates, runs, alarms, tombstones, holds and dead links; rows are still limited to what the caller may read. @public */
export const retentionReadPermission = createPermission({
  name: 'supply-chain.retention.read',
  attributes: { action: 'read' },
});

/** Proposing to keep evidence for a shorter time. @public */
export const retentionProposePermission = createPermission({
  name: 'supply-chain.retention.propose',
  attributes: { action: 'create' },
});

/** Approving or rejecting what somebody else proposed. @public */
export const retentionApprovePermission = createPermission({
  name: 'supply-chain.retention.approve',
  attributes: { action: 'update' },
});

/** Confirming alarms: the clock, an unusual volume, a stray file. @public */
export const retentionConfirmPermission = createPermission({
  name: 'supply-chain.retention.confirm',
  attributes: { action: 'update' },
});

/** Placing legal holds, and saying that one is still needed. @public */
export const holdPlacePermission = createPermission({
  name: 'supply-chain.hold.place',
  attributes: { action: 'create' },
});

/** Lifting a legal hold that somebody else placed. @public */
export const holdLiftPermission = createPermission({
  name: 'supply-chain.hold.lift',
  attributes: { action: 'delete' },
});

/** Asking for the erasure of personal data. @public */
export const erasureRequestPermission = createPermission({
  name: 'supply-chain.erasure.request',
  attributes: { action: 'create' },
});

/** Approving or rejecting an erasure that somebody else asked for. @public */
export const erasureApprovePermission = createPermission({
  name: 'supply-chain.erasure.approve',
  attributes: { action: 'delete' },
});

/** Putting the bytes of a corrupt, missing or unreadable artifact back. @public */
export const artifactRestorePermission = createPermission({
  name: 'supply-chain.artifact.restore',
  attributes: { action: 'update' },
});

/** Seeing who read or downloaded what. @public */
export const accessReadPermission = createPermission({
  name: 'supply-chain.access.read',
  attributes: { action: 'read' },
});

/** Every permission of the plugin. @public */
export const supplyChainPermissions = [
  evidenceReadPermission,
  evidenceDownloadPermission,
  evidenceSubmitPermission,
  evidenceWithdrawPermission,
  healthReadPermission,
  pipelinesReadPermission,
  trustReadPermission,
  trustConfirmPermission,
  retentionReadPermission,
  retentionProposePermission,
  retentionApprovePermission,
  retentionConfirmPermission,
  holdPlacePermission,
  holdLiftPermission,
  erasureRequestPermission,
  erasureApprovePermission,
  artifactRestorePermission,
  accessReadPermission,
];

import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  accessReadPermission,
  artifactRestorePermission,
  erasureApprovePermission,
  erasureRequestPermission,
  healthReadPermission,
  holdLiftPermission,
  holdPlacePermission,
  pipelinesReadPermission,
  retentionApprovePermission,
  retentionConfirmPermission,
  retentionProposePermission,
  retentionReadPermission,
  trustReadPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';

const DEVOPS = 'group:default/devops';
const SECURITY = 'group:default/security';
const COMPLIANCE = 'group:default/compliance';

/** Groups whose members see the evidence of every entity. */
export const READERS = [DEVOPS, SECURITY, COMPLIANCE];
/** Groups whose members may send evidence for every entity. */
export const SENDERS = [DEVOPS, SECURITY];
/** Who may say that an entity whose source changed is still the same: not its owner. */
export const CONFIRMERS = [SECURITY];

const TABLE: [BasicPermission, string[]][] = [
  [healthReadPermission, READERS],
  [pipelinesReadPermission, SENDERS],
  [trustReadPermission, READERS],
  [retentionReadPermission, READERS],
  [retentionProposePermission, [SECURITY, COMPLIANCE]],
  [retentionApprovePermission, [COMPLIANCE]],
  [retentionConfirmPermission, [DEVOPS, COMPLIANCE]],
  [holdPlacePermission, [SECURITY, COMPLIANCE]],
  [holdLiftPermission, [COMPLIANCE]],
  [erasureRequestPermission, [SECURITY, COMPLIANCE]],
  [erasureApprovePermission, [COMPLIANCE]],
  [artifactRestorePermission, [DEVOPS]],
  [accessReadPermission, [SECURITY, COMPLIANCE]],
];

/** Groups whose members have a permission that is about no single entity. */
export const WHO_MAY: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.map(([{ name }, groups]) => [name, groups]),
);

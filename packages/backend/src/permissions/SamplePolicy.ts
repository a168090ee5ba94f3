import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  accessReadPermission,
  artifactRestorePermission,
  erasureApprovePermission,
  erasureRequestPermission,
  evidenceDownloadPermission,
  evidenceReadPermission,
  evidenceSubmitPermission,
  evidenceWithdrawPermission,
  healthReadPermission,
  holdLiftPermission,
  holdPlacePermission,
  pipelinesReadPermission,
  retentionApprovePermission,
  retentionConfirmPermission,
  retentionProposePermission,
  retentionReadPermission,
  trustConfirmPermission,
  trustReadPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Groups whose members see the evidence of every entity. */
const READERS = [
  'group:default/devops',
  'group:default/security',
  'group:default/compliance',
];
/** Groups whose members may send evidence for every entity. */
const SENDERS = ['group:default/devops', 'group:default/security'];

/** Groups whose members say how long evidence is kept, held or erased. */
const KEEPERS = ['group:default/devops', 'group:default/compliance'];

/** What is for one of these groups alone, whoever owns what. */
const RESERVED = new Map<string, string[]>(
  [
    {
      groups: READERS,
      permissions: [
        healthReadPermission,
        trustReadPermission,
        retentionReadPermission,
        accessReadPermission,
      ],
    },
    {
      groups: SENDERS,
      permissions: [
        pipelinesReadPermission,
        artifactRestorePermission,
        // Not for owners: what they say of the entity is what is to be confirmed
        trustConfirmPermission,
      ],
    },
    {
      groups: KEEPERS,
      permissions: [
        retentionProposePermission,
        retentionApprovePermission,
        retentionConfirmPermission,
        holdPlacePermission,
        holdLiftPermission,
        erasureRequestPermission,
        erasureApprovePermission,
      ],
    },
  ].flatMap(({ groups, permissions }) =>
    permissions.map(({ name }): [string, string[]] => [name, groups]),
  ),
);

/**
 * A policy to start from: the three groups read everything, devops and security
 * also send and see how pipelines are known, devops and compliance decide how long
 * evidence is kept, everybody else acts on what they own, and the catalog is readable
 * by all and changed by nobody. What it does not know of this plugin it denies.
 */
export class SamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const isIn = (groups: string[]) => groups.some(g => claims.includes(g));

    const reserved = RESERVED.get(permission.name);
    if (reserved) return isIn(reserved) ? ALLOW : DENY;
    if (
      isPermission(permission, evidenceReadPermission) ||
      isPermission(permission, evidenceDownloadPermission)
    ) {
      return isIn(READERS) ? ALLOW : ownersOnly(permission, claims);
    }
    if (
      isPermission(permission, evidenceSubmitPermission) ||
      isPermission(permission, evidenceWithdrawPermission)
    ) {
      return isIn(SENDERS) ? ALLOW : ownersOnly(permission, claims);
    }
    if (permission.name.startsWith('supply-chain.')) return DENY;
    if (permission.name.startsWith('catalog.')) {
      return permission.attributes.action === 'read' ? ALLOW : DENY;
    }
    return ALLOW;
  }
}

function ownersOnly(
  permission: PolicyQuery['permission'],
  claims: string[],
): PolicyDecision {
  if (!isResourcePermission(permission, 'catalog-entity')) return DENY;
  return createCatalogConditionalDecision(
    permission,
    catalogConditions.isEntityOwner({ claims }),
  );
}

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
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  EVIDENCE_OF_ANNOTATION,
  evidenceDownloadPermission,
  evidenceReadPermission,
  evidenceSubmitPermission,
  evidenceWithdrawPermission,
  trustConfirmPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { CONFIRMERS, READERS, SENDERS, WHO_MAY } from './whoMay';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * A policy to start from: the three groups read everything, devops and security
 * also send and see how pipelines are known, everybody else acts on what they own,
 * and the catalog is readable by all and changed by nobody. Evidence published as
 * docs is in the catalog too: who may not read it does not see its entity either.
 * What is about no single entity stands in `whoMay.ts`.
 */
export class SamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const isIn = (members: readonly string[]) =>
      members.some(group => claims.includes(group));

    const groups = WHO_MAY.get(permission.name);
    if (groups) return isIn(groups) ? ALLOW : DENY;
    if (isPermission(permission, trustConfirmPermission)) {
      return isIn(CONFIRMERS) ? ALLOW : DENY;
    }
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
    // What this policy does not know yet is for nobody
    if (permission.name.startsWith('supply-chain.')) return DENY;
    if (isPermission(permission, catalogEntityReadPermission)) {
      return isIn(READERS) ? ALLOW : withoutOthersEvidence(permission, claims);
    }
    if (permission.name.startsWith('catalog.')) {
      return permission.attributes.action === 'read' ? ALLOW : DENY;
    }
    return ALLOW;
  }
}

function withoutOthersEvidence(
  permission: PolicyQuery['permission'],
  claims: string[],
): PolicyDecision {
  if (!isResourcePermission(permission, 'catalog-entity')) return DENY;
  return createCatalogConditionalDecision(permission, {
    anyOf: [
      {
        not: catalogConditions.hasAnnotation({
          annotation: EVIDENCE_OF_ANNOTATION,
        }),
      },
      catalogConditions.isEntityOwner({ claims }),
    ],
  });
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

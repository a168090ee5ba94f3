import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { evidenceReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { batches } from './batches';
import { existingEntities } from './existingEntities';

// A UUID and the names of the members
const IDENTIFIERS = 100;

/**
 * Those of the refs that the catalog shows to the user and whose evidence the
 * policy lets them read. Conditions are the catalog's own rules, so the catalog
 * decides them, ref by ref in as few requests as its body limit allows.
 */
export async function readableEntities(options: {
  catalog: CatalogService;
  permissions: PermissionsService;
  credentials: BackstageCredentials;
  entityRefs: readonly string[];
}): Promise<Set<string>> {
  const { permissions, credentials, entityRefs } = options;
  if (!entityRefs.length) return new Set();
  const [decision] = await permissions.authorizeConditional(
    [{ permission: evidenceReadPermission }],
    { credentials },
  );
  if (decision.result === AuthorizeResult.DENY) return new Set();
  const visible = await existingEntities(options);
  if (decision.result === AuthorizeResult.ALLOW || !visible.size) {
    return visible;
  }
  // each ref travels with the permission, and from there on with the conditions
  const overhead =
    JSON.stringify(evidenceReadPermission).length +
    JSON.stringify(decision).length +
    IDENTIFIERS;
  const readable = new Set<string>();
  for (const batch of batches([...visible], overhead)) {
    const decisions = await permissions.authorize(
      batch.map(resourceRef => ({
        permission: evidenceReadPermission,
        resourceRef,
      })),
      { credentials },
    );
    batch.forEach((ref, at) => {
      if (decisions[at].result === AuthorizeResult.ALLOW) readable.add(ref);
    });
  }
  return readable;
}

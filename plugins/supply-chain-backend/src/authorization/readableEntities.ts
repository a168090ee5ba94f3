import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { evidenceReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { existingEntities } from './existingEntities';

/**
 * Those of the refs that the catalog shows to the user and whose evidence the
 * policy lets them read. Conditions are the catalog's own rules, so the catalog
 * decides them, ref by ref in one request.
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
  const refs = [...visible];
  const decisions = await permissions.authorize(
    refs.map(resourceRef => ({
      permission: evidenceReadPermission,
      resourceRef,
    })),
    { credentials },
  );
  return new Set(
    refs.filter((_, at) => decisions[at].result === AuthorizeResult.ALLOW),
  );
}

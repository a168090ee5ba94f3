import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { existingEntities } from './existingEntities';
import { readableEntities } from './readableEntities';
import { GrantedList, ServiceGrants } from './types';

/** For a caller who was found to be one that may ask for lists. */
export function grantedList(options: {
  auth: AuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  grants: ServiceGrants;
  credentials: BackstageCredentials;
}): GrantedList {
  const { auth, permissions, catalog, grants, credentials } = options;
  const visible = async (entityRefs: readonly string[]) => {
    if (auth.isPrincipal(credentials, 'service')) {
      const { subject } = credentials.principal;
      return new Set(
        entityRefs.filter(entityRef =>
          grants.allows({ subject, entityRef, action: 'read' }),
        ),
      );
    }
    return readableEntities({ catalog, permissions, credentials, entityRefs });
  };
  const hidden = async (entityRefs: readonly string[]) => {
    const [seen, existing] = await Promise.all([
      visible(entityRefs),
      existingEntities({
        catalog,
        credentials: await auth.getOwnServiceCredentials(),
        entityRefs,
      }),
    ]);
    return new Set([...existing].filter(ref => !seen.has(ref)));
  };
  return { credentials, visible, hidden } as unknown as GrantedList;
}

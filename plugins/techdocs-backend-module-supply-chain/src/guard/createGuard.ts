import {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { evidenceReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import express from 'express';
import Router from 'express-promise-router';
import { PublishedSites } from '../publish/PublishedSites';
import { isPlainPath } from './isPlainPath';

const PREFIXES = [
  '/static/docs',
  '/metadata/techdocs',
  '/metadata/entity',
  '/sync',
];

const PLUGINS = ['plugin:search', 'plugin:techdocs'];

/**
 * TechDocs asks whether a reader may see the companion. That alone would show
 * evidence to everybody wherever a policy knows nothing of companions, so this asks
 * before it whether the reader may read the evidence, and the entity that it is of.
 */
export function createGuard(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  sites: Pick<PublishedSites, 'ownerOf'>;
}): express.RequestHandler {
  const { auth, httpAuth, permissions, catalog, sites } = options;

  async function mayRead(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    if (auth.isPrincipal(credentials, 'service')) {
      // Search reads as a plugin, and what it finds is authorised by the companion.
      // A token from outside is granted single entities, and asks the backend
      return PLUGINS.includes(credentials.principal.subject);
    }
    const [entity, [{ result }]] = await Promise.all([
      catalog.getEntityByRef(entityRef, { credentials }),
      permissions.authorize(
        [{ permission: evidenceReadPermission, resourceRef: entityRef }],
        { credentials },
      ),
    ]);
    return entity !== undefined && result === AuthorizeResult.ALLOW;
  }

  const guarded = Router();
  guarded.use(async (req, _res, next) => {
    if (!isPlainPath(req.path)) throw new NotFoundError('No such docs found');
    next();
  });
  guarded.use('/:namespace/:kind/:name', async (req, _res, next) => {
    const ref = req.params as unknown as CompoundEntityRef;
    const owner = await sites.ownerOf(ref);
    const isContent = /\/static\/docs\//i.test(req.baseUrl);
    if (owner === 'unknown') {
      // Pages without the file that says whose they are: half of a first site
      if (isContent) throw notFound(ref);
    } else if (owner.entityRef !== undefined) {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
        allowLimitedAccess: isContent,
      });
      if (!(await mayRead(credentials, owner.entityRef))) throw notFound(ref);
    }
    next();
  });
  // Below a prefix and not as one route: a mount takes a second slash for its own end
  return Router().use(PREFIXES, guarded);
}

/** The same for what is hidden as for what is not there. */
function notFound({ kind, namespace, name }: CompoundEntityRef): NotFoundError {
  return new NotFoundError(`No docs of '${kind}:${namespace}/${name}' found`);
}

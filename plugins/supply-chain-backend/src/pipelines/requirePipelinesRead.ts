import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { pipelinesReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { Request } from 'express';

/** For people alone: no permission policy would stop a service. */
export async function requirePipelinesRead(
  options: { httpAuth: HttpAuthService; permissions: PermissionsService },
  req: Request<any, any, any, any, any>,
): Promise<void> {
  const credentials = await options.httpAuth.credentials(req, {
    allow: ['user'],
  });
  const [{ result }] = await options.permissions.authorize(
    [{ permission: pipelinesReadPermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError('You may not see how pipelines are known');
  }
}

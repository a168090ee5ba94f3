import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';

/** For people alone: no permission policy would stop a service. */
export async function requirePerson(
  options: { httpAuth: HttpAuthService; permissions: PermissionsService },
  req: Request<any, any, any, any, any>,
  asked:
    | { permission: BasicPermission; denied: string }
    | { permission: ResourcePermission; resourceRef: string; denied: string },
): Promise<BackstageCredentials<BackstageUserPrincipal>> {
  const { denied, ...query } = asked;
  const credentials = await options.httpAuth.credentials(req, {
    allow: ['user'],
  });
  const [{ result }] = await options.permissions.authorize([query], {
    credentials,
  });
  if (result !== AuthorizeResult.ALLOW) throw new NotAllowedError(denied);
  return credentials;
}

import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { pipelinesReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { Request } from 'express';
import { requirePerson } from '../authorization/requirePerson';

export async function requirePipelinesRead(
  options: { httpAuth: HttpAuthService; permissions: PermissionsService },
  req: Request<any, any, any, any, any>,
): Promise<void> {
  await requirePerson(options, req, {
    permission: pipelinesReadPermission,
    denied: 'You may not see how pipelines are known',
  });
}

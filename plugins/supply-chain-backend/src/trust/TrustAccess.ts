import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Principal,
  trustConfirmPermission,
  trustReadPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Request } from 'express';
import { normaliseRef } from '../authorization/normaliseRef';
import { requirePerson } from '../authorization/requirePerson';

type AnyRequest = Request<any, any, any, any, any>;

/** Trust is for people to see and to confirm; no service and no pipeline may. */
export class TrustAccess {
  readonly #options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    catalog: CatalogService;
  };

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    catalog: CatalogService;
  }) {
    this.#options = options;
  }

  async read(req: AnyRequest): Promise<void> {
    await requirePerson(this.#options, req, {
      permission: trustReadPermission,
      denied: 'You may not see who is trusted to vouch for what',
    });
  }

  /** A hidden entity is as absent as one that does not exist. */
  async confirm(
    req: AnyRequest,
    entityRef: string,
  ): Promise<{ entityRef: string; principal: Principal }> {
    const ref = normaliseRef(entityRef);
    const { catalog, httpAuth } = this.#options;
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    if (!(await catalog.getEntityByRef(ref, { credentials }))) {
      throw new NotFoundError(`Entity '${ref}' not found`);
    }
    await requirePerson(this.#options, req, {
      permission: trustConfirmPermission,
      resourceRef: ref,
      denied: `You may not confirm trust of '${ref}'`,
    });
    const { userEntityRef } = credentials.principal;
    return { entityRef: ref, principal: { type: 'user', ref: userEntityRef } };
  }
}

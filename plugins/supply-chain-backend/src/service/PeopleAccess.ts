import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Request } from 'express';

/** Asks permissions that only people have: no permission policy would stop a service. */
export class PeopleAccess {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
  }

  /** The person, or `NotAllowedError` with what they may not do, as `see holds`. */
  async require(
    req: Request<any, any, any, any, any>,
    permission: BasicPermission,
    what: string,
  ): Promise<Principal> {
    const credentials = await this.#httpAuth.credentials(req, {
      allow: ['user'],
    });
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not ${what}; the permission is ${permission.name}`,
      );
    }
    return { type: 'user', ref: credentials.principal.userEntityRef };
  }

  /** Whether it is a person with the permission; what is no person has none. */
  async may(
    req: Request<any, any, any, any, any>,
    permission: BasicPermission,
  ): Promise<boolean> {
    try {
      await this.require(req, permission, permission.name);
      return true;
    } catch (error) {
      const { name } = error as Error;
      if (name === 'NotAllowedError' || name === 'AuthenticationError') {
        return false;
      }
      throw error;
    }
  }
}

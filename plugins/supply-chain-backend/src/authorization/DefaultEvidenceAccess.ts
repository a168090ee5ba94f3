import { Request } from 'express';
import {
  AuthService,
  BackstageCredentials,
  BackstageServicePrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Channel,
  evidenceDownloadPermission,
  evidenceReadPermission,
  evidenceSubmitPermission,
  evidenceWithdrawPermission,
  healthReadPermission,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  EvidenceAccess,
  EvidenceAction,
  GrantedEntity,
  GrantedList,
  ServiceGrants,
  SubmissionVerdict,
} from './types';
import { grantedList } from './grantedList';
import { NO_REF, normaliseRef } from './normaliseRef';

const permissionOf = {
  read: evidenceReadPermission,
  download: evidenceDownloadPermission,
  submit: evidenceSubmitPermission,
  withdraw: evidenceWithdrawPermission,
} as const;

/**
 * Users are held to the catalog and the permission policy, both: an entity that
 * the catalog hides is not there. A permission policy never denies a service, so
 * services are held to the grants of the config, and to their token's own
 * access restrictions.
 */
export class DefaultEvidenceAccess implements EvidenceAccess {
  readonly #auth: AuthService;
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #grants: ServiceGrants;

  constructor(options: {
    auth: AuthService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    catalog: CatalogService;
    grants: ServiceGrants;
  }) {
    this.#auth = options.auth;
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#grants = options.grants;
  }

  async entity(
    req: Request<any, any, any, any, any>,
    entityRef: string,
    action: EvidenceAction,
  ): Promise<GrantedEntity> {
    const credentials = await this.#credentials(req);
    const ref = normaliseRef(entityRef);
    if (this.#auth.isPrincipal(credentials, 'service')) {
      await this.#requireGrant(credentials, ref, action);
    } else {
      await this.#requirePermission(credentials, ref, action);
    }
    return { entityRef: ref, credentials } as GrantedEntity;
  }

  async submission(
    req: Request<any, any, any, any, any>,
    placement: { entityRef: string; channel?: Channel },
  ): Promise<SubmissionVerdict> {
    const credentials = await this.#credentials(req);
    const principal = this.#principalOf(credentials);
    const refuse = (code: string, status: number, reason: string) => ({
      principal,
      allowed: false as const,
      why: { code, status, reason },
    });
    try {
      const entityRef = normaliseRef(placement.entityRef);
      const entity = { entityRef, credentials } as GrantedEntity;
      if (!this.#auth.isPrincipal(credentials, 'service')) {
        await this.#requirePermission(credentials, entityRef, 'submit');
        const reinstate =
          principal.type === 'user' &&
          (await this.#isPermitted(credentials, entityRef, 'withdraw'));
        const permitted = { madeAt: false, reinstate };
        return { principal, allowed: true, entity, permitted };
      }
      const verdict = this.#grants.check({
        subject: principal.ref,
        entityRef,
        action: 'submit',
        channel: placement.channel ?? 'release',
      });
      if (!verdict.allowed) {
        const { code, reason, remedy } = verdict;
        return {
          principal,
          allowed: false,
          why: { code, status: 403, reason, remedy },
        };
      }
      await this.#requireGrant(credentials, entityRef, 'submit');
      const { kinds, madeAt } = verdict;
      return { principal, allowed: true, entity, permitted: { kinds, madeAt } };
    } catch (error) {
      if (!isError(error)) throw error;
      switch (error.name) {
        case 'InputError':
          return refuse('entity-ref', 400, NO_REF);
        case 'NotAllowedError':
          return refuse('not-allowed', 403, error.message);
        case 'NotFoundError':
          return refuse('entity-unknown', 404, error.message);
        default:
          throw error;
      }
    }
  }

  async receipt(
    req: Request<any, any, any, any, any>,
    receipt: { entityRef?: string; principalRef: string } | undefined,
  ): Promise<{ entity?: GrantedEntity } | undefined> {
    const credentials = await this.#credentials(req);
    if (!receipt) return undefined;
    const isOwn = this.#principalOf(credentials).ref === receipt.principalRef;
    // A sender sees what became of its arrival for as long as it may still send
    const { entityRef } = receipt;
    if (entityRef === undefined) return isOwn ? {} : undefined;
    for (const action of ['read', ...(isOwn ? ['submit'] : [])] as const) {
      try {
        const entity = await this.entity(
          req,
          entityRef,
          action as EvidenceAction,
        );
        return { entity };
      } catch (error) {
        const { name } = error as Error;
        if (name !== 'NotFoundError' && name !== 'NotAllowedError') throw error;
      }
    }
    return isOwn ? {} : undefined;
  }

  principal(entity: GrantedEntity): Principal {
    return this.#principalOf(entity.credentials);
  }

  #principalOf(credentials: BackstageCredentials): Principal {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return { type: 'service', ref: credentials.principal.subject };
    }
    if (this.#auth.isPrincipal(credentials, 'user')) {
      return { type: 'user', ref: credentials.principal.userEntityRef };
    }
    throw new NotAllowedError('Neither a user nor a service');
  }

  async list(req: Request<any, any, any, any, any>): Promise<GrantedList> {
    const credentials = await this.#credentials(req);
    if (this.#auth.isPrincipal(credentials, 'service')) {
      await this.#requireAnyGrant(credentials);
    }
    return this.#listFor(credentials);
  }

  async health(req: Request<any, any, any, any, any>): Promise<GrantedList> {
    const credentials = await this.#credentials(req);
    if (this.#auth.isPrincipal(credentials, 'service')) {
      await this.#requireAnyGrant(credentials);
    }
    const [decision] = await this.#permissions.authorize(
      [{ permission: healthReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not see pipeline health');
    }
    return this.#listFor(credentials);
  }

  async plugin(
    req: Request<any, any, any, any, any>,
    pluginIds: readonly string[],
  ): Promise<void> {
    const credentials = await this.#credentials(req);
    const subjects = pluginIds.map(id => `plugin:${id}`);
    if (
      !this.#auth.isPrincipal(credentials, 'service') ||
      !subjects.includes(credentials.principal.subject)
    ) {
      throw new NotAllowedError(
        `Only ${pluginIds.join(' and ')} of this portal may ask this`,
      );
    }
  }

  async #credentials(req: Request<any, any, any, any, any>) {
    return this.#httpAuth.credentials(req, { allow: ['user', 'service'] });
  }

  async #requirePermission(
    credentials: BackstageCredentials,
    entityRef: string,
    action: EvidenceAction,
  ) {
    const [entity, isPermitted] = await Promise.all([
      this.#catalog.getEntityByRef(entityRef, { credentials }),
      this.#isPermitted(credentials, entityRef, action),
    ]);
    if (!entity) throw new NotFoundError(`Entity '${entityRef}' not found`);
    if (!isPermitted) {
      throw new NotAllowedError(
        `You may not ${action} evidence of '${entityRef}'`,
      );
    }
  }

  async #requireGrant(
    credentials: BackstageCredentials<BackstageServicePrincipal>,
    entityRef: string,
    action: EvidenceAction,
  ) {
    const { subject } = credentials.principal;
    const needed = action === 'download' ? 'read' : action;
    if (
      !(await this.#isPermitted(credentials, entityRef, action)) ||
      !this.#grants.allows({ subject, entityRef, action: needed })
    ) {
      throw new NotAllowedError(
        `Service '${subject}' has no grant to ${needed} evidence of '${entityRef}'; an operator adds it at supplyChain.grants`,
      );
    }
  }

  async #isPermitted(
    credentials: BackstageCredentials,
    resourceRef: string,
    action: EvidenceAction,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: permissionOf[action], resourceRef }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #requireAnyGrant(
    credentials: BackstageCredentials<BackstageServicePrincipal>,
  ) {
    const { subject } = credentials.principal;
    const [restriction] = await this.#permissions.authorizeConditional(
      [{ permission: evidenceReadPermission }],
      { credentials },
    );
    if (
      restriction.result !== AuthorizeResult.ALLOW ||
      !this.#grants.allowsAny({ subject, action: 'read' })
    ) {
      throw new NotAllowedError(
        `Service '${subject}' has no grant to read; an operator adds it at supplyChain.grants`,
      );
    }
  }

  #listFor(credentials: BackstageCredentials): GrantedList {
    return grantedList({
      auth: this.#auth,
      permissions: this.#permissions,
      catalog: this.#catalog,
      grants: this.#grants,
      credentials,
    });
  }
}

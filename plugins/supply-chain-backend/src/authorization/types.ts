import { Request } from 'express';
import {
  Channel,
  EvidenceKind,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Permitted } from '../intake/types';

/** What a caller wants to do with an entity's evidence. */
export type EvidenceAction = 'read' | 'download' | 'submit' | 'withdraw';

declare const granted: unique symbol;

/**
 * An entity that the caller may act on. Only `EvidenceAccess` makes one, so a
 * service that takes it cannot be reached around the permission checks.
 */
export interface GrantedEntity {
  readonly [granted]: EvidenceAction;
  /** Normalised `kind:namespace/name`. */
  readonly entityRef: string;
  readonly credentials: BackstageCredentials;
}

declare const listing: unique symbol;

/** A caller who may ask for lists, which hold only what `visible` lets through. */
export interface GrantedList {
  readonly [listing]: true;
  readonly credentials: BackstageCredentials;
  /** Those of the refs whose evidence the caller may read. */
  visible(entityRefs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of the refs that are entities which the caller may not read. */
  hidden(entityRefs: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Grants of services, from config: who may do what with which entities. */
export interface ServiceGrants {
  check(request: {
    subject: string;
    entityRef: string;
    action: 'submit' | 'read' | 'withdraw';
    channel?: Channel;
  }):
    | { allowed: true; kinds?: EvidenceKind[]; madeAt: boolean }
    | { allowed: false; code: string; reason: string; remedy: string };
  allows(request: {
    subject: string;
    entityRef: string;
    action: 'submit' | 'read' | 'withdraw';
  }): boolean;
  /** Whether any entity is granted at all. */
  allowsAny(request: {
    subject: string;
    action: 'submit' | 'read' | 'withdraw';
  }): boolean;
}

/** Whether a document may be sent; a refusal says why, to be written down. */
export type SubmissionVerdict = {
  principal: Principal;
  /** Where it goes when the sender did not say; absent: `release`. */
  channel?: Channel;
  /** `repository @ workflow`, only from verified claims. */
  source?: string;
  /** Verified claims of a pipeline token. */
  claims?: Record<string, string>;
  /** See `Sender`. */
  scope?: string;
} & (
  | {
      allowed: true;
      entity: GrantedEntity;
      /** What a service's grant narrows, or a person's permissions add. */
      permitted: Permitted;
    }
  | {
      allowed: false;
      why: { code: string; status: number; reason: string; remedy?: string };
    }
);

/** Decides who may see and do what. Design section 4. */
export interface EvidenceAccess {
  /**
   * The entity, if the caller may act on it. A hidden entity is a `NotFoundError`
   * like one that does not exist; a visible one that may not be acted on is a
   * `NotAllowedError`.
   */
  entity(
    req: Request<any, any, any, any, any>,
    entityRef: string,
    action: EvidenceAction,
  ): Promise<GrantedEntity>;
  /** For uploads: an arrival that is turned away is told and not thrown. */
  submission(
    req: Request<any, any, any, any, any>,
    placement: {
      entityRef: string;
      /** Absent: `release` for people and services, what its claims allow for a pipeline. */
      channel?: Channel;
    },
  ): Promise<SubmissionVerdict>;
  /**
   * For receipts: the entity for who may read it, or sent the receipt and may still
   * send; none for a sender who lost both, and may only see that it arrived.
   * `undefined` for those who may not know that there is one.
   */
  receipt(
    req: Request<any, any, any, any, any>,
    receipt: { entityRef?: string; principalRef: string } | undefined,
  ): Promise<{ entity?: GrantedEntity } | undefined>;
  /** Who asks, as it is recorded. */
  principal(entity: GrantedEntity): Principal;
  /** For lists of evidence. A denied user sees empty lists. */
  list(req: Request<any, any, any, any, any>): Promise<GrantedList>;
  /** For the mirror's own routes: `NotAllowedError` for all but these Backstage plugins. */
  plugin(
    req: Request<any, any, any, any, any>,
    pluginIds: readonly string[],
  ): Promise<void>;
  /** For pipeline health: `NotAllowedError` without `supply-chain.health.read`. */
  health(req: Request<any, any, any, any, any>): Promise<GrantedList>;
}

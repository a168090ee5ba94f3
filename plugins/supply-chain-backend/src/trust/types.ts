import { Readable } from 'node:stream';
import {
  Principal,
  TrustDependentPage,
  TrustPolicyView,
  TrustTest,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity, GrantedList } from '../authorization';

/** A signed document to be looked at and not kept. */
export interface TestedBody {
  body: Readable;
  contentEncoding?: string;
  signal?: AbortSignal;
}

/** Who may vouch for what, as the HTTP routes show and change it. */
export interface TrustService {
  getPolicy(list: GrantedList): Promise<TrustPolicyView>;
  /** Whether it would be trusted if it came now, for the entity where one is given. */
  test(options: TestedBody & { entity?: GrantedEntity }): Promise<TrustTest>;
  listDependents(
    list: GrantedList,
    lineId: string,
    page: { cursor?: string; limit: number },
  ): Promise<TrustDependentPage>;
  /** Trust of the entity is no longer held; its releases are judged again. */
  confirm(options: {
    entityRef: string;
    source: string;
    reason: string;
    principal: Principal;
  }): Promise<void>;
}

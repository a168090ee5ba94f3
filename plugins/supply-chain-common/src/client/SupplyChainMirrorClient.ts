import { MirrorClaim, MirrorCompanionPage } from '../types';
import { CallOptions, PageOptions } from './SupplyChainApi';
import { HttpApi } from './HttpApi';
import { path, SupplyChainDiscovery, SupplyChainFetch } from './request';

/** A renderer and the place that it publishes to. @public */
export interface MirrorTarget {
  /** Kept with the published sites, so that it is lost with them; 1–63 characters. */
  target: string;
  /** Another renderer makes other pages of the same facts; 1–63 characters. */
  layout: string;
}

/** How an attempt to publish ended. @public */
export type MirrorOutcome =
  | { outcome: 'published'; etag: string }
  | { outcome: 'unchanged' }
  | { outcome: 'failed' };

/**
 * What the backend tells the plugins that show evidence elsewhere: TechDocs and the
 * catalog. Everybody else is refused.
 *
 * @public
 */
export class SupplyChainMirrorClient {
  readonly #http: HttpApi;

  constructor(options: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  }) {
    this.#http = new HttpApi(options);
  }

  /** Entities with evidence that are in the catalog. */
  async listCompanions(
    query: PageOptions & { entity?: string },
    call?: CallOptions,
  ): Promise<MirrorCompanionPage> {
    return await this.#http.get('/mirror/companions', { ...query }, call);
  }

  /** Refs of the entities whose site is not what it should be. */
  async listDue(target: MirrorTarget, call?: CallOptions): Promise<string[]> {
    const { items } = await this.#http.post<{ items: string[] }>(
      '/mirror/due',
      { ...target },
      call,
    );
    return items;
  }

  /** Nothing when there is nothing to publish, or somebody else does. */
  async claim(
    target: MirrorTarget,
    entityRef: string,
    call?: CallOptions,
  ): Promise<MirrorClaim | undefined> {
    const { claim } = await this.#http.post<{ claim?: MirrorClaim }>(
      '/mirror/claims',
      { ...target, entityRef },
      call,
    );
    return claim;
  }

  /** Rejects with a 409 when the claim was lost. */
  async renew(claimId: string, call?: CallOptions): Promise<void> {
    await this.#http.post(path`/mirror/claims/${claimId}/renew`, {}, call);
  }

  /** Gives the claim back. Rejects with a 409 when it was lost. */
  async settle(
    claimId: string,
    result: MirrorOutcome,
    call?: CallOptions,
  ): Promise<void> {
    const route = path`/mirror/claims/${claimId}/settle`;
    await this.#http.tell(route, result, call);
  }
}

import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  MirrorOutcome,
  MirrorTarget,
  SupplyChainMirrorClient,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** The backend's mirror routes with this plugin's own credentials. */
export class MirrorClient {
  readonly #auth: AuthService;
  readonly #client: SupplyChainMirrorClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#client = new SupplyChainMirrorClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch },
    });
  }

  async listDue(target: MirrorTarget): Promise<string[]> {
    return this.#client.listDue(target, await this.#call());
  }

  async claim(target: MirrorTarget, entityRef: string) {
    return this.#client.claim(target, entityRef, await this.#call());
  }

  async renew(claimId: string): Promise<void> {
    await this.#client.renew(claimId, await this.#call());
  }

  async settle(claimId: string, result: MirrorOutcome): Promise<void> {
    await this.#client.settle(claimId, result, await this.#call());
  }

  async #call() {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'supply-chain',
    });
  }
}

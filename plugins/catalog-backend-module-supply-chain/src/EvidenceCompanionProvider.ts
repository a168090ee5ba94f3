import {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  MirrorCompanion,
  SUPPLY_CHAIN_EVENT_TOPIC,
  SupplyChainMirrorClient,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { toCompanion } from './toCompanion';

const PAGE = 500;
const NAME = 'supply-chain-evidence';

/**
 * Asks the supply-chain backend which entities have evidence: all of them every
 * minute, and the one that an event names at once, because its docs are read within
 * seconds of a push.
 */
export class EvidenceCompanionProvider implements EntityProvider {
  readonly #auth: AuthService;
  readonly #client: Pick<SupplyChainMirrorClient, 'listCompanions'>;
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #portalUrl: string;
  #connection?: EntityProviderConnection;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    events: EventsService;
    logger: LoggerService;
    portalUrl: string;
    client?: Pick<SupplyChainMirrorClient, 'listCompanions'>;
  }) {
    this.#auth = options.auth;
    this.#events = options.events;
    this.#logger = options.logger;
    this.#portalUrl = options.portalUrl;
    this.#client =
      options.client ??
      new SupplyChainMirrorClient({
        discoveryApi: options.discovery,
        fetchApi: { fetch },
      });
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  async start(scheduler: SchedulerService): Promise<void> {
    await this.#events.subscribe({
      id: 'supply-chain-companions',
      topics: [SUPPLY_CHAIN_EVENT_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { entityRef } = eventPayload as { entityRef?: unknown };
        if (typeof entityRef === 'string') await this.refreshOne(entityRef);
      },
    });
    await scheduler.scheduleTask({
      id: 'supply-chain:companions',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: () => this.refresh(),
    });
  }

  /** All companions; those of entities without evidence go. */
  async refresh(): Promise<void> {
    const companions: MirrorCompanion[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#client.listCompanions(
        { cursor, limit: PAGE },
        await this.#call(),
      );
      companions.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    await this.#connection?.applyMutation({
      type: 'full',
      entities: companions.map(one => this.#deferred(one)),
    });
  }

  /** The companion of one entity, if it has evidence; never takes one away. */
  async refreshOne(entityRef: string): Promise<void> {
    const { items } = await this.#client.listCompanions(
      { entity: entityRef, limit: 1 },
      await this.#call(),
    );
    if (items.length === 0) return;
    await this.#connection?.applyMutation({
      type: 'delta',
      added: items.map(one => this.#deferred(one)),
      removed: [],
    });
    this.#logger.debug(`The companion of ${entityRef} is in the catalog`);
  }

  #deferred(companion: MirrorCompanion): DeferredEntity {
    const location = `${NAME}:${companion.entityRef}`;
    const entity: Entity = toCompanion(companion, {
      portalUrl: this.#portalUrl,
      location,
    });
    return { entity, locationKey: NAME };
  }

  async #call() {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'supply-chain',
    });
  }
}

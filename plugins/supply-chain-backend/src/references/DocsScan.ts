import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { ForwardedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DocsBudget,
  DocsLimits,
  DocsSite,
  EVIDENCE_COMPANION_TYPE,
  findEvidenceReferences,
  PublishedDocs,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import {
  DocsReference,
  findDocs,
  forgetDocs,
  keepDocs,
  longestAgo,
} from './operations/docsRows';

const PAGE = 500;
const AT_ONCE = 4;
const ANSWER_MS = 30_000;
/** More links to evidence than that are no documentation. */
const MOST = 5_000;

const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'spec.type'];
const HAS_DOCS = {
  'metadata.annotations.backstage.io/techdocs-ref': CATALOG_FILTER_EXISTS,
};

/**
 * Keeps which of the catalog's docs link to which evidence. Where a link leads is
 * looked up when somebody asks, so what is deleted later is dead at once; pages are read
 * again only after their docs were built again.
 */
export class DocsScan {
  readonly #database: SupplyChainDatabase;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #docs: PublishedDocs;
  readonly #limits?: Partial<DocsLimits>;

  constructor(options: {
    database: SupplyChainDatabase;
    catalog: CatalogService;
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    fetch?: typeof fetch;
    limits?: Partial<DocsLimits>;
  }) {
    this.#database = options.database;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#limits = options.limits;
    this.#docs = new PublishedDocs({
      discoveryApi: options.discovery,
      fetchApi: { fetch: options.fetch ?? fetch },
    });
  }

  /**
   * All docs of the catalog, those that were looked at longest ago first: the next run
   * goes on where one was ended early, which forgets nothing.
   */
  async run(signal?: AbortSignal): Promise<void> {
    const startedAt = Date.now();
    const documented = await this.#documented(signal);
    const order = await longestAgo(this.#database.knex, [...documented.keys()]);
    const next = order[Symbol.iterator]();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const entityRef of next) {
          if (signal?.aborted) return;
          await this.#look(entityRef, documented.get(entityRef)!, signal);
        }
      }),
    );
    if (signal?.aborted) return;
    await this.#database.transaction(tx =>
      forgetDocs({ tx, before: startedAt }),
    );
  }

  /** By their refs, those that have docs of their own. */
  async #documented(
    signal?: AbortSignal,
  ): Promise<Map<string, CompoundEntityRef>> {
    const documented = new Map<string, CompoundEntityRef>();
    let cursor: string | undefined;
    do {
      const page = await this.#query(cursor);
      for (const entity of page.items) {
        if (entity.spec?.type === EVIDENCE_COMPANION_TYPE) continue;
        documented.set(
          stringifyEntityRef(entity),
          getCompoundEntityRef(entity),
        );
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor && !signal?.aborted);
    return documented;
  }

  async #query(cursor: string | undefined) {
    const credentials = await this.#auth.getOwnServiceCredentials();
    try {
      return await this.#catalog.queryEntities(
        cursor
          ? { cursor, fields: FIELDS, limit: PAGE }
          : { filter: HAS_DOCS, fields: FIELDS, limit: PAGE },
        { credentials },
      );
    } catch (error) {
      throw new ForwardedError('The catalog was not read', error);
    }
  }

  async #look(
    entityRef: string,
    entity: CompoundEntityRef,
    signal?: AbortSignal,
  ): Promise<void> {
    const seen = await this.#see(entityRef, entity, signal);
    if (signal?.aborted) return;
    await this.#database.transaction(tx =>
      keepDocs({ tx, entityRef, ...seen, now: Date.now() }),
    );
  }

  async #see(
    entityRef: string,
    entity: CompoundEntityRef,
    signal?: AbortSignal,
  ): Promise<Omit<Parameters<typeof keepDocs>[0], 'tx' | 'entityRef' | 'now'>> {
    try {
      const site = await this.#find(entity, signal);
      if (!site) return { state: 'unpublished', references: [] };
      const { revision } = site;
      const before = await findDocs(this.#database.knex, entityRef);
      const isSame = before?.state === 'read' && before.revision === revision;
      if (isSame && revision !== undefined) return { state: 'read', revision };
      const references = await this.#read(site, signal);
      return { state: 'read', revision, references };
    } catch (error) {
      const { message } = error as Error;
      this.#logger.debug(`Docs of '${entityRef}' were not read: ${message}`);
      // Shown to whoever asks for dead references; what was seen before stays
      return { state: 'unreadable', reason: message };
    }
  }

  async #find(
    entity: CompoundEntityRef,
    signal?: AbortSignal,
  ): Promise<DocsSite | undefined> {
    return await this.#docs.findSite(entity, await this.#call(signal));
  }

  async #read(site: DocsSite, signal?: AbortSignal): Promise<DocsReference[]> {
    const budget = new DocsBudget({ site, limits: this.#limits });
    const found = new Map<string, DocsReference>();
    for (const file of site.pages) {
      const call = await this.#call(signal);
      const markup = (await this.#docs.readPage(site, file, call)) ?? '';
      budget.take(markup);
      for (const link of findEvidenceReferences(markup)) {
        const reference = { file, ...link };
        found.set(JSON.stringify(reference), reference);
        if (found.size > MOST) {
          throw new Error(`It has more than ${MOST} links to evidence`);
        }
      }
    }
    return [...found.values()];
  }

  async #call(signal?: AbortSignal) {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const timeout = AbortSignal.timeout(ANSWER_MS);
    return {
      token,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    };
  }
}

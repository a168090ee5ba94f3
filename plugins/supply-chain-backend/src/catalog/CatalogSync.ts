import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { isLiteral } from '../config/glob';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import {
  findSubjectRow,
  toColumns,
} from '../database/operations/subjects/upsertSubjects';
import { inChunks } from '../database/raw';
import { SubjectRow, toRows } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from '../judging/types';
import { AnnotatedPromotions } from '../promotions/AnnotatedPromotions';
import { recordGone } from './recordGone';
import { SeenEntity, SubjectWriter } from './SubjectWriter';
import { SubjectSnapshot, toSnapshot } from './toSnapshot';
import { SubjectDirectory } from './types';
import { HeldTrust } from '../trust/HeldTrust';
import { isOther, originOf } from '../trust/originOf';

const PAGE = 500;
const FIELDS = ['kind', 'metadata', 'spec.type', 'spec.lifecycle', 'relations'];

/**
 * Keeps a row for every entity in scope, with or without evidence, and a snapshot of
 * what the catalog said of it last: when an entity goes, its evidence keeps its owner
 * and system as they were.
 */
export class CatalogSync implements SubjectDirectory {
  readonly #database: SupplyChainDatabase;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #config: SupplyChainConfig;
  readonly #promoted: AnnotatedPromotions;
  readonly #writer: SubjectWriter;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    catalog: CatalogService;
    auth: AuthService;
    config: SupplyChainConfig;
    queue: JudgeQueue;
    promoted: AnnotatedPromotions;
    held: HeldTrust;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#config = options.config;
    this.#promoted = options.promoted;
    this.#writer = new SubjectWriter(options);
    this.#logger = options.logger;
  }

  async find(entityRef: string): Promise<SubjectRow | undefined> {
    const tx = this.#database.knex;
    const known = await findSubjectRow({ tx, entityRef });
    if (known && known.gone_at === undefined) return known;
    const entity = await this.#catalog.getEntityByRef(
      entityRef,
      await this.#options(),
    );
    if (!entity) return undefined;
    const snapshot = toSnapshot(entity, this.#config.scope);
    const origin = originOf(entity);
    await this.#writer.write([{ snapshot, origin, before: known }]);
    return findSubjectRow({ tx, entityRef });
  }

  /** Throws when the catalog does not answer, before anything is called gone. */
  async run(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const startedAt = Date.now();
    const rows = toRows<SubjectRow>(await tx('subject').select());
    const known = new Map(rows.map(row => [row.entity_ref, row]));
    const entities = await this.#entities(known, signal);
    const seen = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
    if (signal?.aborted) return;
    const changed: SeenEntity[] = [];
    for (const entity of seen.values()) {
      const snapshot = toSnapshot(entity, this.#config.scope);
      const row = known.get(snapshot.entity_ref);
      if (!row && !snapshot.in_scope) continue;
      const isSame =
        row?.gone_at === undefined &&
        row !== undefined &&
        !differs(row, snapshot) &&
        // What is held waits for a person, however often it is seen
        (row.trust_held_since !== undefined || !isOther(row, originOf(entity)));
      if (isSame) continue;
      changed.push({ snapshot, origin: originOf(entity), before: row });
    }
    await this.#writer.write(changed);
    for (const entity of entities) await this.#promoted.follow(entity);
    const gone = rows.filter(
      row => !seen.has(row.entity_ref) && row.gone_at === undefined,
    );
    const { liveAfterGoneMs } = this.#config.retention;
    let left = 0;
    for (const chunk of inChunks(gone, PAGE)) {
      const ids = chunk.map(row => row.id);
      left += await this.#database.transaction(own =>
        recordGone({ tx: own, ids, startedAt, liveAfterGoneMs }),
      );
    }
    if (left > 0) this.#logger.info(`${left} entities left the catalog`);
  }

  /** Everything that may be in scope, and everything that has evidence. */
  async #entities(
    known: ReadonlyMap<string, SubjectRow>,
    signal?: AbortSignal,
  ): Promise<Entity[]> {
    try {
      const kinds = this.#config.scope.map(entry => entry.match.kind);
      const filter = kinds.every(isLiteral) ? { kind: kinds } : undefined;
      const entities =
        kinds.length > 0 ? await this.#query(filter, signal) : [];
      const refs = new Set(entities.map(stringifyEntityRef));
      const others = [...known.keys()].filter(ref => !refs.has(ref));
      for (const chunk of inChunks(others, PAGE)) {
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs: chunk, fields: FIELDS },
          await this.#options(),
        );
        for (const item of items) if (item) entities.push(item);
      }
      return entities;
    } catch (error) {
      throw new ForwardedError('The catalog was not read', error);
    }
  }

  async #query(
    filter: { kind: string[] } | undefined,
    signal?: AbortSignal,
  ): Promise<Entity[]> {
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, fields: FIELDS, limit: PAGE }
          : { filter, fields: FIELDS, limit: PAGE },
        await this.#options(),
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor && !signal?.aborted);
    return entities;
  }

  async #options() {
    return { credentials: await this.#auth.getOwnServiceCredentials() };
  }
}

function differs(row: SubjectRow, snapshot: SubjectSnapshot): boolean {
  const own = row as unknown as Record<string, unknown>;
  return Object.entries(toColumns(snapshot)).some(
    ([column, value]) => (own[column] ?? null) !== value,
  );
}

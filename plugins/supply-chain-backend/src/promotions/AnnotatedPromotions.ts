import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { PROMOTED_ANNOTATION } from '@hotpass/backstage-plugin-supply-chain-common';
import { Stage } from '../config/SupplyChainConfig';
import { findReleaseByVersion } from '../database/operations/releases/findRelease';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { isPromoted } from './operations/findPromotion';
import { parsePromoted } from './parsePromoted';
import { PromotionService } from './types';

/** No more of one entity: its author writes them. */
const MOST = 20;

/**
 * Promotions that the catalog tells, by an annotation that whoever deploys keeps up to
 * date. They are recorded when they are first seen, once there is such a release.
 */
export class AnnotatedPromotions {
  readonly #database: SupplyChainDatabase;
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #promotions: PromotionService;
  readonly #logger: LoggerService;
  /** Annotations by entity of which all is recorded, so that they cost nothing more. */
  readonly #done = new Map<string, string>();

  constructor(options: {
    database: SupplyChainDatabase;
    stages: ReadonlyMap<string, Stage>;
    promotions: PromotionService;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#stages = options.stages;
    this.#promotions = options.promotions;
    this.#logger = options.logger;
  }

  async follow(entity: Entity): Promise<void> {
    const annotation = entity.metadata.annotations?.[PROMOTED_ANNOTATION];
    const entityRef = stringifyEntityRef(entity);
    if (annotation === this.#done.get(entityRef)) return;
    const told = parsePromoted(annotation)
      .filter(({ stage }) => this.#stages.has(stage))
      .slice(0, MOST);
    let done = true;
    for (const { stage, version } of told) {
      try {
        const isRecorded = await this.#record(entityRef, stage, version);
        done &&= isRecorded;
      } catch (error) {
        done = false;
        // What one author wrote must not stop the others' entities
        this.#logger.warn(
          `The promotion of '${entityRef}' to '${stage}' was not recorded`,
          error as Error,
        );
      }
    }
    if (annotation && done) this.#done.set(entityRef, annotation);
    else this.#done.delete(entityRef);
  }

  /** False while nothing was sent for that version. */
  async #record(
    entityRef: string,
    stage: string,
    version: string,
  ): Promise<boolean> {
    const which = { entityRef, channel: 'release', version } as const;
    const tx = this.#database.knex;
    const release = await findReleaseByVersion({ tx, ...which });
    if (!release) return false;
    if (await isPromoted({ tx, releaseId: release.id, stage })) return true;
    const principal = { type: 'service', ref: 'catalog' } as const;
    await this.#promotions.record({ ...which, stage, principal });
    return true;
  }
}

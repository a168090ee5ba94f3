import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { PROMOTED_ANNOTATION } from '@hotpass/backstage-plugin-supply-chain-common';
import { Stage } from '../config/SupplyChainConfig';
import { findReleaseByVersion } from '../database/operations/releases/findRelease';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { findPromotion } from './operations/findPromotion';
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
    const told = parsePromoted(
      entity.metadata.annotations?.[PROMOTED_ANNOTATION],
    ).filter(({ stage }) => this.#stages.has(stage));
    const entityRef = stringifyEntityRef(entity);
    for (const { stage, version } of told.slice(0, MOST)) {
      const which = { entityRef, channel: 'release', version } as const;
      const tx = this.#database.knex;
      const release = await findReleaseByVersion({ tx, ...which });
      if (!release) continue;
      if (await findPromotion({ tx, releaseId: release.id, stage })) continue;
      const principal = { type: 'service', ref: 'catalog' } as const;
      await this.#promotions
        .record({ ...which, stage, principal })
        .catch(error => {
          this.#logger.warn(
            `The promotion of '${entityRef}' to '${stage}' was not recorded`,
            error,
          );
        });
    }
  }
}

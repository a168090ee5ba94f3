import { LoggerService } from '@backstage/backend-plugin-api';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { keepRefusal } from '../database/operations/refusals/keepRefusal';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { SupplyChainMetrics } from '../metrics';
import { RefusedError } from './RefusedError';
import { toRefusalReason } from './toRefusalReason';
import { Placement, RefusalReason, Sender } from './types';

/** Who was turned away with what, as far as it is known. */
export type RefusedArrival = Partial<Placement> & Sender & { size?: number };

/** Writes down what is turned away, and gives the error that tells the sender. */
export class RefusalRecorder {
  readonly #database: SupplyChainDatabase;
  readonly #config: SupplyChainConfig;
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    config: SupplyChainConfig;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#config = options.config;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  /** For whatever was thrown on the way in. */
  async fail(
    uid: string,
    arrival: RefusedArrival,
    error: unknown,
    options?: { awaited?: boolean },
  ): Promise<Error> {
    const reason = toRefusalReason(error);
    if (reason) return this.refuse(uid, arrival, reason, options);
    // Our own fault: the sender sees that it was not theirs, the log sees why
    await this.refuse(
      uid,
      arrival,
      {
        code: 'internal-error',
        status: 500,
        reason: 'The portal failed while it took the document in.',
        remedy:
          'Send it again; if it fails again, tell the portal’s operators.',
      },
      options,
    );
    return error as Error;
  }

  /** `awaited`: the sender was given `uid` and will ask for it. */
  async refuse(
    uid: string,
    arrival: RefusedArrival,
    reason: RefusalReason,
    options?: { awaited?: boolean },
  ): Promise<Error> {
    this.#metrics.arrived('refused', reason.code);
    const now = Date.now();
    try {
      const kept = await keepRefusal({
        tx: this.#database.knex,
        uid,
        arrival,
        reason,
        now,
        expiresAt: now + this.#config.refusalRetentionMs,
        ownRow: options?.awaited,
      });
      return new RefusedError(reason, kept);
    } catch (error) {
      // A full disk must not hide from the sender why nothing was kept
      this.#logger.warn(
        `Refusal '${reason.code}' was not written`,
        error as Error,
      );
      return new RefusedError(reason);
    }
  }
}

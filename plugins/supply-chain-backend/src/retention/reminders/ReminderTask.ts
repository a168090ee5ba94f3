import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  SUPPLY_CHAIN_EVENT_TOPIC,
  SupplyChainEvent,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { RetentionConfig } from '../../config/RetentionConfig';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';

/**
 * Tells once when a hold is to be reviewed, and when the newest release of an entity
 * that left the catalog no longer counts as live. As an event: whoever notifies people
 * in this portal subscribes to it.
 */
export class ReminderTask {
  readonly #database: SupplyChainDatabase;
  readonly #config: RetentionConfig;
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    retention: RetentionConfig;
    events: EventsService;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#config = options.retention;
    this.#events = options.events;
    this.#logger = options.logger;
  }

  async run(): Promise<void> {
    const tx = this.#database.knex;
    const now = Date.now();
    for (const row of await dueHolds(tx, now)) {
      const told = await tx('hold')
        .where({ id: row.id })
        .whereNull('reminded_at')
        .update({ reminded_at: now });
      // Another replica may have been faster
      if (told === 0) continue;
      await this.#publish({
        type: 'hold-review-due',
        holdId: row.uid,
        placedBy: row.placed_by_ref,
        reviewAt: new Date(Number(row.review_at)).toISOString(),
      });
    }
    const before = now - this.#config.liveAfterGoneMs;
    for (const row of await endedSubjects(tx, before)) {
      const told = await tx('subject')
        .where({ id: row.id })
        .whereNull('live_end_told_at')
        .update({ live_end_told_at: now });
      if (told === 0) continue;
      await this.#publish({
        type: 'live-ended',
        entityRef: row.entity_ref,
        ...(row.owner_ref && { owner: row.owner_ref }),
      });
    }
  }

  async #publish(event: SupplyChainEvent): Promise<void> {
    this.#logger.info(`Retention: ${JSON.stringify(event)}`);
    await this.#events.publish({
      topic: SUPPLY_CHAIN_EVENT_TOPIC,
      eventPayload: event,
    });
  }
}

function dueHolds(tx: Knex, now: number): Promise<Record<string, any>[]> {
  return tx('hold')
    .whereNull('lifted_at')
    .whereNull('reminded_at')
    .where('review_at', '<=', now);
}

function endedSubjects(
  tx: Knex,
  before: number,
): Promise<Record<string, any>[]> {
  return tx('subject as s')
    .where('s.gone_at', '<=', before)
    .whereNull('s.live_end_told_at')
    .whereExists(
      tx('release as r')
        .join('evidence as e', 'e.release_id', 'r.id')
        .whereRaw('r.subject_id = s.id')
        .select(tx.raw('1')),
    )
    .select('s.id', 's.entity_ref', 's.owner_ref');
}

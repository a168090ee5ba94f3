import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SUPPLY_CHAIN_EVENT_TOPIC } from '@hotpass/backstage-plugin-supply-chain-common';
import { RetentionConfig } from '../../config/RetentionConfig';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { holdReminders } from './holdReminders';
import { liveEndedReminders } from './liveEndedReminders';
import { Notifier } from './Notifier';
import { Reminder } from './Reminder';
import { readSent, writeSent } from './sentParts';

// Longer than sending takes; who was killed while sending holds it for as long
const SENDING_MS = 15 * 60_000;

const EVENT = 'event';

/**
 * Tells once when a hold is to be reviewed, and when the newest release of an entity
 * that left the catalog no longer counts as live: people by a notification, other
 * plugins by an event. Of several replicas one takes a reminder as its own, and it is
 * told only when all of it was sent; a later run sends what was not, and only that.
 */
export class ReminderTask {
  readonly #database: SupplyChainDatabase;
  readonly #config: RetentionConfig;
  readonly #events: EventsService;
  readonly #notifier: Notifier;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    retention: RetentionConfig;
    events: EventsService;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#config = options.retention;
    this.#events = options.events;
    this.#notifier = new Notifier(options);
    this.#logger = options.logger;
  }

  async run(): Promise<void> {
    const tx = this.#database.knex;
    const now = Date.now();
    const { liveAfterGoneMs } = this.#config;
    const due = [
      ...(await holdReminders(tx, now)),
      ...(await liveEndedReminders(tx, liveAfterGoneMs, now)),
    ];
    for (const reminder of due) {
      if (!(await this.#take(reminder, now))) continue;
      try {
        await this.#send(reminder);
      } catch (error) {
        this.#logger.warn(
          `A reminder could not be sent to everybody; a later run tries again: ${JSON.stringify(
            reminder.event,
          )}`,
          error as Error,
        );
        continue;
      }
      await this.#told(reminder, now);
    }
  }

  /** False while another replica sends it, or when it was sent meanwhile. */
  async #take(reminder: Reminder, now: number): Promise<boolean> {
    const { table, id, told, about } = reminder;
    const taken = await this.#database
      .knex(table)
      .where({ id, ...about })
      .whereNull(told)
      // One that lasts longer than any can was taken by a clock that ran ahead
      .whereRaw(
        '(reminding_at is null or reminding_at <= ? or reminding_at > ?)',
        [now - SENDING_MS, now + SENDING_MS],
      )
      .update({ reminding_at: now });
    return taken === 1;
  }

  /** Each part on its own, the event first; throws when one could not be sent. */
  async #send(reminder: Reminder): Promise<void> {
    const tx = this.#database.knex;
    const sent = await readSent(tx, reminder);
    const failures: unknown[] = [];
    const send = async (part: string, work: () => Promise<void>) => {
      if (sent.has(part)) return;
      try {
        await work();
      } catch (error) {
        failures.push(error);
        return;
      }
      sent.add(part);
      await writeSent(tx, reminder, sent);
    };
    await send(EVENT, () => this.#publish(reminder.event));
    for (const notification of reminder.notifications) {
      await send(notification.payload.scope ?? '', () =>
        this.#notifier.send([notification]),
      );
    }
    if (failures.length > 0) throw failures[0];
  }

  async #publish(event: Reminder['event']): Promise<void> {
    this.#logger.info(`Retention: ${JSON.stringify(event)}`);
    await this.#events.publish({
      topic: SUPPLY_CHAIN_EVENT_TOPIC,
      eventPayload: event,
    });
  }

  /** Unless it is about another date by now, which is to be told anew. */
  async #told(reminder: Reminder, now: number): Promise<void> {
    const { table, id, told, about } = reminder;
    const tx = this.#database.knex;
    await tx(table)
      .where({ id, ...about })
      .update({ [told]: now });
    await tx(table)
      .where({ id })
      .update({ reminding_at: null, reminder_sent: null });
  }
}

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/**
 * Sends notifications where the portal has the notifications plugin. Its client knows
 * no answer but that a request failed and with which status: where the plugin has taken
 * one, a 404 is no sign that there is none.
 */
export class Notifier {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  #isMissing = false;
  #isThere = false;

  constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** Throws when they should have been taken and were not. */
  async send(notifications: readonly NotificationSendOptions[]): Promise<void> {
    for (const notification of notifications) {
      try {
        await this.#notifications.send(notification);
        this.#isThere = true;
      } catch (error) {
        const is404 = /\bstatus 404\b/.test((error as Error).message);
        if (this.#isThere || !is404) throw error;
        this.#sayMissing();
        return;
      }
    }
  }

  #sayMissing(): void {
    if (this.#isMissing) return;
    this.#isMissing = true;
    this.#logger.info(
      'This portal has no notifications plugin; reminders of retention are events alone',
    );
  }
}

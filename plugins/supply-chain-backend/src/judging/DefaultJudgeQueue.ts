import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  SUPPLY_CHAIN_EVENT_TOPIC,
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
  SupplyChainEvent,
  SupplyChainSignal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { findWaiting } from '../database/operations/judging/findWaiting';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { SupplyChainMetrics } from '../metrics';
import { Judged, ReleaseJudge } from './ReleaseJudge';
import { JudgeQueue } from './types';

/**
 * One judgement after the other, each release at most once in the line. The mark in
 * the database is the truth; this queue only makes it quick, and what a crash leaves
 * marked is found again by `judgeAll`.
 */
export class DefaultJudgeQueue implements JudgeQueue {
  readonly #database: SupplyChainDatabase;
  readonly #judge: ReleaseJudge;
  readonly #events: EventsService;
  readonly #signals: SignalsService;
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;
  readonly #waiting = new Map<number, Promise<void>>();
  #last: Promise<void> = Promise.resolve();

  constructor(options: {
    database: SupplyChainDatabase;
    judge: ReleaseJudge;
    events: EventsService;
    signals: SignalsService;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#judge = options.judge;
    this.#events = options.events;
    this.#signals = options.signals;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  judge(releaseId: number): Promise<void> {
    const waiting = this.#waiting.get(releaseId);
    if (waiting) return waiting;
    const turn = this.#last.then(async () => {
      // From here on a new ask needs a new turn
      this.#waiting.delete(releaseId);
      await this.#judgeOne(releaseId);
    });
    this.#waiting.set(releaseId, turn);
    this.#last = turn;
    return turn;
  }

  async judgeAll(signal?: AbortSignal): Promise<void> {
    for (const id of await findWaiting({ tx: this.#database.knex })) {
      if (signal?.aborted) return;
      await this.judge(id);
    }
  }

  async #judgeOne(releaseId: number): Promise<void> {
    const started = performance.now();
    try {
      const judged = await this.#judge.judge(releaseId);
      if (!judged) return;
      this.#metrics.judged(
        judged.verdict,
        (performance.now() - started) / 1000,
      );
      if (judged.next !== undefined) {
        this.judge(judged.next);
      }
      await this.#publish(judged);
    } catch (error) {
      // The mark stays: the task tries again, and the page says it is being judged
      this.#logger.error(
        'Judging failed',
        new ForwardedError(`Release ${releaseId} was not judged`, error),
      );
    }
  }

  async #publish(judged: Judged): Promise<void> {
    // Every signed-in user hears a broadcast, so it names nothing that may be hidden
    const signal: SupplyChainSignal = {
      type: 'posture-changed',
      signalId: judged.signalId,
    };
    const event: SupplyChainEvent = {
      type: 'posture-changed',
      entityRef: judged.entityRef,
    };
    try {
      await this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: SUPPLY_CHAIN_SIGNAL_CHANNEL,
        message: signal,
      });
      if (judged.isChanged) {
        await this.#events.publish({
          topic: SUPPLY_CHAIN_EVENT_TOPIC,
          eventPayload: event,
        });
      }
    } catch (error) {
      this.#logger.warn('A posture change was not announced', error as Error);
    }
  }
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { RetentionConfig } from '../config/RetentionConfig';
import { lockDigests } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from '../judging/types';
import { SupplyChainMetrics } from '../metrics';
import { endAlarm, raiseAlarm, REMEDY } from '../retention/alarms/alarmRows';
import { readState, writeState } from '../retention/run/operations/state';
import { checkArtifact, Condition } from './checkArtifact';
import { findNext, findUnreadable, Next } from './findNext';
import { findStray } from './findStray';
import { noteCondition } from './noteCondition';
import { storeAnswers } from './storeAnswers';
import { awaySince, lossConfirmedAt } from './storeLoss';
import { wait } from './wait';

const DAY = 24 * 3_600_000;

// A turn ends after this, so that a replica that stops takes little with it
const TURN_MS = 5 * 60_000;

const RETRY_MS = 60_000;

const AWAY =
  'The artifact store gives none of the bytes that it gave before. Nothing is re-read until it does';

class StoreIsAway extends Error {}

/**
 * Re-reads every stored byte within the window, those that waited longest first. It
 * begins well before the window ends, because reading has a bounded rate. What cannot
 * be read is noted and the run goes on, unless it is the store itself that is away.
 */
export class ScrubTask {
  readonly #database: SupplyChainDatabase;
  readonly #store: ArtifactStore;
  readonly #queue: JudgeQueue;
  readonly #config: RetentionConfig['scrub'];
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;
  /** Where the next run goes on with what could not be read. */
  #retried = '';
  #lossConfirmedAt = 0;

  constructor(options: {
    database: SupplyChainDatabase;
    store: ArtifactStore;
    queue: JudgeQueue;
    retention: RetentionConfig;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#store = options.store;
    this.#queue = options.queue;
    this.#config = options.retention.scrub;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  async run(signal?: AbortSignal): Promise<void> {
    if (await this.#isAway()) return;
    this.#lossConfirmedAt = await lossConfirmedAt(this.#database.knex);
    try {
      await this.#retry(signal);
      await this.#reread(signal);
    } catch (error) {
      if (!(error instanceof StoreIsAway)) throw error;
      await this.#alarm('unreachable', '', AWAY);
      this.#logger.error(AWAY);
      return;
    }
    await this.#sweep(signal);
  }

  /** Half of the window is left for what is late; after a loss all of it is. */
  async #reread(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const before = Math.max(
      Date.now() - this.#config.windowMs / 2,
      this.#lossConfirmedAt,
    );
    const ends = performance.now() + TURN_MS;
    let after: Next | undefined;
    while (!signal?.aborted && performance.now() < ends) {
      const next = await findNext({ tx, before, after });
      if (!next) return;
      await this.#check(next, signal);
      after = next;
    }
  }

  /** What could not be read goes first, and not for long: a store may be slow to refuse. */
  async #retry(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const ends = performance.now() + RETRY_MS;
    while (!signal?.aborted && performance.now() < ends) {
      const next = await findUnreadable({ tx, after: this.#retried });
      this.#retried = next?.sha256 ?? '';
      if (!next) return;
      await this.#check(next, signal);
    }
  }

  /** After an outage: until something can be read again there is nothing to find out. */
  async #isAway(): Promise<boolean> {
    const tx = this.#database.knex;
    const since = await awaySince(tx);
    if (since === undefined) return false;
    if (!(await storeAnswers({ tx, store: this.#store, since }))) return true;
    await this.#database.transaction(transaction =>
      endAlarm({ tx: transaction, kind: 'unreachable', now: Date.now() }),
    );
    return false;
  }

  async #check(
    { sha256, storedSize, since }: Next,
    signal?: AbortSignal,
  ): Promise<void> {
    const started = performance.now();
    const database = this.#database;
    const store = this.#store;
    const checked = await checkArtifact({ store, sha256 });
    const { condition } = checked;
    const isGiven = condition === 'sound' || condition === 'corrupt';
    if (!isGiven && since >= this.#lossConfirmedAt) {
      const question = { tx: database.knex, store, besides: sha256 };
      if (!(await storeAnswers(question))) throw new StoreIsAway(AWAY);
    }
    const now = Date.now();
    const noted = await noteCondition({ database, sha256, checked, now });
    if (condition !== 'unreadable') {
      this.#metrics.scrubbed(condition, storedSize);
    }
    if (noted.isNew) this.#tell(sha256, condition, noted.releaseIds);
    // What was not read took nothing from the store
    const size = isGiven ? storedSize : 0;
    const due = (size / this.#config.bytesPerSecond) * 1000;
    await wait(due - (performance.now() - started), signal);
  }

  #tell(sha256: string, condition: Condition, releaseIds: number[]): void {
    const about = `The stored bytes of sha256:${sha256}`;
    if (condition === 'sound') {
      this.#logger.info(`${about} can be read again, and are sound`);
    } else {
      this.#metrics.alarmed(condition);
      this.#logger.error(`${about}: ${condition}. ${REMEDY[condition]}`);
    }
    for (const id of releaseIds) this.#queue.judge(id);
  }

  /** Once a day: files that no row names. */
  async #sweep(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const now = Date.now();
    const { sweptAt = -Infinity } = await readState({ tx });
    if (signal?.aborted || (sweptAt <= now && sweptAt > now - DAY)) return;
    for await (const stray of findStray({ tx, store: this.#store, now })) {
      if (signal?.aborted) return;
      if (stray.sha256 && stray.isBuried) {
        await this.#buryAgain(stray.sha256);
        continue;
      }
      const about = stray.sha256 ?? stray.name;
      const message = `The store holds '${about}', and no evidence has it`;
      await this.#alarm('stray', about, message);
    }
    await writeState({ tx, columns: { swept_at: now } });
  }

  /** Deleted by the rules before; a restored backup of the store must not undo that. */
  async #buryAgain(sha256: string): Promise<void> {
    await this.#database.transaction(async tx => {
      await lockDigests(tx, [sha256]);
      if (await tx('artifact').where({ sha256 }).first('sha256')) return;
      await this.#store.remove(sha256);
    });
  }

  async #alarm(
    kind: 'stray' | 'unreachable',
    about: string,
    message: string,
  ): Promise<void> {
    const now = Date.now();
    const isNew = await this.#database.transaction(tx =>
      raiseAlarm({ tx, kind, about, message, now }),
    );
    if (isNew) this.#metrics.alarmed(kind);
  }
}

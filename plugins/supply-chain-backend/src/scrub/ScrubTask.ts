import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { RetentionConfig } from '../config/RetentionConfig';
import { lockDigests } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from '../judging/types';
import { SupplyChainMetrics } from '../metrics';
import { raiseAlarm } from '../retention/alarms/alarmRows';
import { readState, writeState } from '../retention/run/operations/state';
import { checkArtifact } from './checkArtifact';
import { findStray } from './findStray';
import { noteCondition } from './noteCondition';
import { wait } from './wait';

const DAY = 24 * 3_600_000;

// A turn ends after this, so that a replica that stops takes little with it
const TURN_MS = 5 * 60_000;

/**
 * Re-reads every stored byte within the window, those that waited longest first. It
 * begins well before the window ends, because reading has a bounded rate.
 */
export class ScrubTask {
  readonly #database: SupplyChainDatabase;
  readonly #store: ArtifactStore;
  readonly #queue: JudgeQueue;
  readonly #config: RetentionConfig['scrub'];
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;

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
    const ends = performance.now() + TURN_MS;
    while (!signal?.aborted && performance.now() < ends) {
      const next = await this.#next();
      if (!next) break;
      await this.#check(next, signal);
    }
    await this.#sweep(signal);
  }

  /** Half of the window is left for what is late. */
  async #next(): Promise<{ sha256: string; storedSize: number } | undefined> {
    const before = Date.now() - this.#config.windowMs / 2;
    const row = await this.#database
      .knex('artifact')
      .whereNull('unlink_at')
      .whereRaw('coalesce(checked_at, created_at) < ?', [before])
      .orderByRaw('coalesce(checked_at, created_at), sha256')
      .first('sha256', 'stored_size');
    return row && { sha256: row.sha256, storedSize: Number(row.stored_size) };
  }

  async #check(
    { sha256, storedSize }: { sha256: string; storedSize: number },
    signal?: AbortSignal,
  ): Promise<void> {
    const started = performance.now();
    const database = this.#database;
    try {
      const condition = await checkArtifact({ store: this.#store, sha256 });
      const now = Date.now();
      const noted = await noteCondition({ database, sha256, condition, now });
      this.#metrics.scrubbed(condition, storedSize);
      if (noted.isNew) this.#tell(sha256, condition, noted.releaseIds);
    } catch (error) {
      throw new ForwardedError(`sha256:${sha256} could not be re-read`, error);
    }
    const due = (storedSize / this.#config.bytesPerSecond) * 1000;
    await wait(due - (performance.now() - started), signal);
  }

  #tell(sha256: string, condition: string, releaseIds: number[]): void {
    this.#metrics.alarmed(condition);
    this.#logger.error(
      `The stored bytes of sha256:${sha256} are ${condition}; restore them from a copy with the same digest`,
    );
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
      if (stray.sha256 && stray.isBuried) await this.#buryAgain(stray.sha256);
      else await this.#alarm(stray.sha256 ?? stray.name, now);
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

  async #alarm(about: string, now: number): Promise<void> {
    const isNew = await this.#database.transaction(tx =>
      raiseAlarm({
        tx,
        kind: 'stray',
        about,
        message: `The store holds '${about}', and no evidence has it`,
        now,
      }),
    );
    if (isNew) this.#metrics.alarmed('stray');
  }
}

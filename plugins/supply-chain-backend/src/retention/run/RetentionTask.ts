import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { RetentionRun } from '@hotpass/backstage-plugin-supply-chain-common';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Audit } from '../../audit/Audit';
import { RetentionConfig } from '../../config/RetentionConfig';
import { inChunks } from '../../database/raw';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { SupplyChainMetrics } from '../../metrics';
import { endAlarm, raiseAlarm } from '../alarms/alarmRows';
import { adoptConfig } from '../classes/adoptConfig';
import { unlinkBytes } from '../deletion/unlinkBytes';
import { promiseAll } from '../promises/promiseAll';
import { journalTombstones } from '../tombstones/journalTombstones';
import { TombstoneJournal } from '../tombstones/TombstoneJournal';
import { checkClock } from './checkClock';
import { CHUNK, settleMarked } from './deleteMarked';
import { DueWhen, findDue, markDue } from './markDue';
import { findMarked } from './operations/findMarked';
import { beginRun, endRun, NO_COUNTS, RunCounts } from './operations/runRows';
import { readState, writeState } from './operations/state';
import { endTurn, keepTurn, takeTurn } from './operations/turn';
import { Pace } from './Pace';
import { watchLatest } from './watchLatest';

/** Why a run ends before everything is done. */
class RunEnds extends Error {
  readonly outcome: RetentionRun['outcome'];

  constructor(outcome: RetentionRun['outcome'], reason: string) {
    super(reason);
    this.outcome = outcome;
  }
}

/**
 * Retention, some at a time, each step in its own short transaction:
 *
 * 1. the clock is compared with the time of the last run
 * 2. promises are brought up to what the effective classes promise by now
 * 3. what an earlier run left half done is finished
 * 4. marked evidence is looked at again; what is kept by now is spared, what is ripe
 *    becomes a tombstone, the tombstone goes to the journal, and then the bytes go
 * 5. what is due is marked, unless that would be unusually much
 *
 * A kill at any place leaves rows that say what is still to be done. Two runs at the
 * same time would do nothing twice; the turn only spares the work.
 */
export class RetentionTask {
  readonly #database: SupplyChainDatabase;
  readonly #store: ArtifactStore;
  readonly #journal: TombstoneJournal;
  readonly #config: RetentionConfig;
  readonly #audit: Audit;
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    store: ArtifactStore;
    journal: TombstoneJournal;
    retention: RetentionConfig;
    audit: Audit;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#store = options.store;
    this.#journal = options.journal;
    this.#config = options.retention;
    this.#audit = options.audit;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  /** Nothing while another run has the turn. */
  async run(signal?: AbortSignal): Promise<RunCounts | undefined> {
    const uid = randomUUID();
    const tx = this.#database.knex;
    if (!(await takeTurn({ tx, run: uid, now: Date.now() }))) return undefined;
    try {
      return await this.#audit.run(
        'retention-run',
        { run: uid, dryRun: this.#config.run.dryRun },
        () => this.#run(uid, signal),
        counts => ({ ...counts }),
      );
    } finally {
      await endTurn({ tx, run: uid });
    }
  }

  async #run(uid: string, signal?: AbortSignal): Promise<RunCounts> {
    const tx = this.#database.knex;
    const counts = { ...NO_COUNTS };
    const now = Date.now();
    await beginRun({ tx, uid, dryRun: this.#config.run.dryRun, now });
    let outcome: RetentionRun['outcome'] = 'done';
    let reason: string | undefined;
    try {
      await this.#work(uid, now, counts, signal);
    } catch (error) {
      reason = (error as Error).message;
      if (!(error instanceof RunEnds)) {
        outcome = 'failed';
        throw new ForwardedError('Retention failed', error);
      }
      outcome = error.outcome;
      this.#logger.warn(`Retention ended early: ${reason}`);
    } finally {
      await endRun({ tx, uid, outcome, reason, counts, now: Date.now() });
      this.#metrics.retentionRan(outcome, counts);
    }
    return counts;
  }

  async #work(
    uid: string,
    now: number,
    counts: RunCounts,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#guardClock(now);
    const database = this.#database;
    const { classes, run, liveAfterGoneMs } = this.#config;
    const when = { now, liveAfterGoneMs };
    const goOn = async () => {
      const isOurs = await keepTurn({
        tx: database.knex,
        run: uid,
        now: Date.now(),
      });
      if (isOurs && !signal?.aborted) return true;
      throw new RunEnds('interrupted', 'Its turn ended; the next run goes on');
    };
    await adoptConfig({ database, configured: classes, now });
    await promiseAll({ database, signal });
    await goOn();
    if (!run.dryRun) await this.#finish(counts, goOn);
    const due = await findDue({
      tx: database.knex,
      when,
      narrow: query => query.whereNull('e.marked_at'),
    });
    counts.due = due.length;
    const marked = await findMarked({ tx: database.knex });
    await this.#guardVolume(due.length + marked.length, due.length, now);
    await watchLatest({ database, when });
    if (run.dryRun) return;
    const pace = new Pace({ perMinute: run.rate });
    // No more at once than a minute allows: the turn must not end while it waits
    const chunkSize = Math.max(1, Math.min(CHUNK, run.rate));
    for (const chunk of inChunks(marked, chunkSize)) {
      await goOn();
      const before = counts.deleted;
      await this.#settle(chunk, when, uid, counts, goOn);
      await pace.after(counts.deleted - before, signal);
    }
    const { graceMs } = run;
    counts.marked += await markDue({ database, due, when, graceMs, goOn });
  }

  async #settle(
    marked: { id: number; subjectId: number }[],
    when: DueWhen,
    uid: string,
    counts: RunCounts,
    goOn: () => Promise<boolean>,
  ): Promise<void> {
    const { spared, deleted } = await settleMarked({
      database: this.#database,
      marked,
      when,
      by: `run:${uid}`,
    });
    counts.spared += spared;
    counts.deleted += deleted;
    if (deleted > 0) await this.#finish(counts, goOn);
  }

  /** Tombstones to the journal, then the bytes. */
  async #finish(
    counts: RunCounts,
    goOn: () => Promise<boolean>,
  ): Promise<void> {
    const database = this.#database;
    const journal = this.#journal;
    await journalTombstones({ tx: database.knex, journal, now: Date.now() });
    const store = this.#store;
    const { unlinked, bytes } = await unlinkBytes({ database, store, goOn });
    counts.unlinked += unlinked;
    counts.bytes += bytes;
  }

  async #guardClock(now: number): Promise<void> {
    const tx = this.#database.knex;
    const { mark } = await readState({ tx });
    const { intervalMs } = this.#config.run;
    const state = checkClock({ now, mark, intervalMs });
    if (state === 'fine') {
      await writeState({ tx, columns: { clock_mark: now } });
      await this.#database.transaction(transaction =>
        endAlarm({ tx: transaction, kind: 'clock', now }),
      );
      return;
    }
    const message = `The clock says ${new Date(now).toISOString()}, ${
      state === 'behind' ? 'which is before' : 'too long after'
    } the last run at ${new Date(mark!).toISOString()}`;
    await this.#alarm('clock', message, now);
    throw new RunEnds('refused', message);
  }

  async #guardVolume(volume: number, due: number, now: number): Promise<void> {
    const tx = this.#database.knex;
    const { share, atLeast } = this.#config.run.alarm;
    const row = await tx('evidence').count({ n: '*' }).first();
    const limit = Math.max(atLeast, Number(row?.n) * share);
    const { allowedVolume } = await readState({ tx });
    if (volume <= limit) {
      if (allowedVolume !== undefined) {
        await writeState({ tx, columns: { allowed_volume: null } });
      }
      await this.#database.transaction(transaction =>
        endAlarm({ tx: transaction, kind: 'volume', now }),
      );
      return;
    }
    if (allowedVolume !== undefined && volume <= allowedVolume) return;
    const message = `${volume} pieces of evidence would be marked, ${due} of them now; more than ${Math.floor(
      limit,
    )} is unusual`;
    await this.#alarm('volume', message, now, volume);
    throw new RunEnds('stopped', message);
  }

  async #alarm(
    kind: 'clock' | 'volume',
    message: string,
    now: number,
    volume?: number,
  ): Promise<void> {
    const isNew = await this.#database.transaction(tx =>
      raiseAlarm({ tx, kind, message, volume, now }),
    );
    if (isNew) this.#metrics.alarmed(kind);
  }
}

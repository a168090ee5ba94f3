import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import {
  findArrival,
  findIdempotent,
} from '../database/operations/record/findArrival';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from '../judging/types';
import { SupplyChainMetrics } from '../metrics';
import { ArrivalRecorder } from './ArrivalRecorder';
import { InFlight, IntakeSlots } from './IntakeSlots';
import { LateArrivals } from './LateArrivals';
import { receive, Received } from './receive';
import { recordWithdrawal } from './recordWithdrawal';
import { RefusalRecorder, RefusedArrival } from './RefusalRecorder';
import { RefusedError } from './RefusedError';
import { requireSameArrival } from './requireSameArrival';
import { SendingLimits } from './SendingLimits';
import { toResult } from './toResult';
import {
  IntakeResult,
  IntakeService,
  RefusalReason,
  Submission,
} from './types';

/**
 * Receives, records and has judged, in that order, within an answer deadline. It
 * knows no permissions: whoever calls it has asked them.
 */
export class DefaultIntakeService implements IntakeService {
  readonly #database: SupplyChainDatabase;
  readonly #recorder: ArrivalRecorder;
  readonly #refusals: RefusalRecorder;
  readonly #slots: IntakeSlots;
  readonly #sending: SendingLimits;
  readonly #late: LateArrivals;
  readonly #judging: JudgeQueue;
  readonly #limits: SupplyChainConfig['limits'];
  readonly #temporary: string;
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    recorder: ArrivalRecorder;
    judging: JudgeQueue;
    late: LateArrivals;
    config: SupplyChainConfig;
    /** Folder for bytes of which nothing is known yet, on the store's disk. */
    temporary: string;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#recorder = options.recorder;
    this.#refusals = new RefusalRecorder(options);
    this.#slots = new IntakeSlots(options.config.limits);
    this.#sending = new SendingLimits({
      database: options.database.knex,
      limits: options.config.limits,
    });
    this.#late = options.late;
    this.#judging = options.judging;
    this.#limits = options.config.limits;
    this.#temporary = options.temporary;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  get processing(): number {
    return this.#slots.size;
  }

  processingOf(entityRefs: ReadonlySet<string>): number {
    return this.#slots.sizeOf(entityRefs);
  }

  async submit(submission: Submission): Promise<IntakeResult> {
    const uid = randomUUID();
    const slot = this.#slots.take(uid, submission);
    if ('busy' in slot) {
      throw await this.#refusals.refuse(uid, submission, slot.busy);
    }
    let received: Received;
    try {
      await this.#checkBeforeBytes(submission);
      received = await receive({
        ...submission,
        directory: this.#temporary,
        maxBytes: this.#limits.maxBytes,
        idleTimeoutMs: this.#limits.bodyIdleTimeoutMs,
      });
    } catch (error) {
      this.#slots.free(uid);
      throw await this.#refusals.fail(uid, submission, error);
    }
    const { intake } = slot;
    const work = this.#work(intake, submission, received);
    return this.#withinDeadline(work, intake, submission, received);
  }

  async getReceipt(uid: string): Promise<IntakeResult | undefined> {
    const inFlight = this.#slots.find(uid);
    if (inFlight) return inFlight.result;
    return this.#late.find(uid);
  }

  async withdraw(options: {
    evidenceUid: string;
    reason: string;
    principal: Principal;
  }): Promise<void> {
    const releaseId = await this.#database.transaction(tx =>
      recordWithdrawal(tx, { ...options, now: Date.now() }),
    );
    await this.#judging.judge(releaseId);
  }

  async refuse(arrival: RefusedArrival, reason: RefusalReason): Promise<Error> {
    return this.#refusals.refuse(randomUUID(), arrival, reason);
  }

  /** Refuses what can be told before a byte is read. */
  async #checkBeforeBytes(submission: Submission): Promise<void> {
    const { idempotencyKey: key, principal, scope } = submission;
    await this.#recorder.check(submission);
    await this.#sending.begin(submission);
    if (!key) return;
    const row = await findIdempotent({
      tx: this.#database.knex,
      principalRef: principal.ref,
      scope,
      key,
    });
    if (row) requireSameArrival(row, submission);
  }

  async #work(
    intake: InFlight,
    submission: Submission,
    received: Received,
  ): Promise<IntakeResult> {
    const { uid } = intake.result;
    try {
      await this.#sending.keep(submission, received);
      await this.#record(intake, submission, received);
      this.#metrics.intakeTook((performance.now() - intake.started) / 1000);
    } catch (error) {
      intake.failing = true;
      throw await this.#refusals.fail(
        uid,
        { ...submission, size: received.size },
        error,
        { awaited: intake.late },
      );
    } finally {
      await this.#settle(uid, intake);
      this.#slots.free(uid);
      await rm(received.path, { force: true });
    }
    if (intake.releaseId !== undefined) {
      await this.#judging.judge(intake.releaseId);
      // The queue never throws: only the mark tells whether it was judged
      const row = await findArrival({ tx: this.#database.knex, uid });
      intake.result = {
        ...intake.result,
        judged: row !== undefined && toResult(row).judged,
      };
    }
    return intake.result;
  }

  /** Whoever was told to ask for it finds how it ended from here on. */
  async #settle(uid: string, intake: InFlight): Promise<void> {
    if (!(await intake.promised)) return;
    await this.#late.settle(uid, intake.result.uid).catch(error => {
      this.#logger.warn(`Late arrival '${uid}' was not settled`, error);
    });
  }

  async #record(
    intake: InFlight,
    submission: Submission,
    received: Received,
  ): Promise<void> {
    const recorded = await this.#recorder.record(
      intake.result.uid,
      submission,
      received,
    );
    if ('repeated' in recorded) {
      const { repeated } = recorded;
      requireSameArrival(repeated, submission, received.sha256);
      intake.result = toResult(repeated);
      return;
    }
    const { outcome, releaseUid, evidenceUid, releaseId, reinstated } =
      recorded;
    this.#metrics.arrived(outcome);
    intake.releaseId = releaseId;
    intake.result = {
      ...intake.result,
      status: outcome,
      releaseUid,
      evidenceUid,
      reinstated,
    };
  }

  async #withinDeadline(
    work: Promise<IntakeResult>,
    intake: InFlight,
    submission: Submission,
    { size }: Received,
  ): Promise<IntakeResult> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<IntakeResult>(answer => {
      timer = setTimeout(async () => {
        // Its refusal may be told by another's row, which no poll would find
        if (intake.failing) return;
        intake.late = true;
        if (intake.result.status === 'processing') {
          const arrival = { ...submission, size };
          intake.promised = this.#promise(intake, arrival);
          // Who cannot be told where to ask is kept waiting
          if (!(await intake.promised)) return;
        }
        const { result } = intake;
        const isOpen = result.status === 'processing';
        answer(isOpen ? { ...result, settled: work } : result);
      }, this.#limits.answerDeadlineMs);
    });
    // After the deadline nobody listens; the refusal row tells the sender, who polls
    work.catch(error => {
      if (intake.late && !(error instanceof RefusedError)) {
        this.#logger.error(`Intake '${intake.result.uid}' failed`, error);
      }
    });
    return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
  }

  async #promise(
    { result }: InFlight,
    arrival: Submission & { size: number },
  ): Promise<boolean> {
    const { uid, at } = result;
    try {
      await this.#late.begin(uid, arrival, at);
      return true;
    } catch (error) {
      this.#logger.warn(
        `Late arrival '${uid}' was not written`,
        error as Error,
      );
      return false;
    }
  }
}

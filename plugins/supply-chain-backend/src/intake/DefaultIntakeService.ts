import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import {
  ArrivalRow,
  findArrival,
  findIdempotent,
} from '../database/operations/record/findArrival';
import { insertRefusal } from '../database/operations/refusals/insertRefusal';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from '../judging/types';
import { SupplyChainMetrics } from '../metrics';
import { ArrivalRecorder } from './ArrivalRecorder';
import { receive } from './receive';
import { recordWithdrawal } from './recordWithdrawal';
import { Refusal, RefusedError } from './RefusedError';
import { toRefusalReason } from './toRefusalReason';
import {
  IntakeResult,
  IntakeService,
  Placement,
  RefusalReason,
  Sender,
  Submission,
} from './types';

/** An intake under way; `releaseId` is set once it is recorded. */
interface InFlight {
  result: IntakeResult;
  releaseId?: number;
}

/**
 * Receives, records and has judged, in that order, within an answer deadline. It
 * knows no permissions: whoever calls it has asked them.
 */
export class DefaultIntakeService implements IntakeService {
  readonly #database: SupplyChainDatabase;
  readonly #recorder: ArrivalRecorder;
  readonly #judging: JudgeQueue;
  readonly #config: SupplyChainConfig;
  readonly #temporary: string;
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;
  readonly #inFlight = new Map<string, InFlight>();

  constructor(options: {
    database: SupplyChainDatabase;
    recorder: ArrivalRecorder;
    judging: JudgeQueue;
    config: SupplyChainConfig;
    /** Folder for bytes of which nothing is known yet, on the store's disk. */
    temporary: string;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#recorder = options.recorder;
    this.#judging = options.judging;
    this.#config = options.config;
    this.#temporary = options.temporary;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  get processing(): number {
    return this.#inFlight.size;
  }

  async submit(submission: Submission): Promise<IntakeResult> {
    const uid = randomUUID();
    const { maxConcurrentIntakes, answerDeadlineMs } = this.#config.limits;
    if (this.#inFlight.size >= maxConcurrentIntakes) {
      throw await this.#refuse(uid, submission, busy(this.#inFlight.size));
    }
    const intake: InFlight = { result: processing(uid, submission) };
    this.#inFlight.set(uid, intake);
    const started = performance.now();
    let path: string | undefined;
    const work = async (received: {
      path: string;
      sha256: string;
      size: number;
    }) => {
      try {
        await this.#record(intake, submission, received);
        this.#metrics.intakeTook((performance.now() - started) / 1000);
      } catch (error) {
        throw await this.#fail(
          uid,
          { ...submission, size: received.size },
          error,
        );
      } finally {
        this.#inFlight.delete(uid);
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
    };
    try {
      const early = await this.#before(submission);
      if (early) {
        this.#inFlight.delete(uid);
        return early;
      }
      const received = await receive({
        ...submission,
        directory: this.#temporary,
        maxBytes: this.#config.limits.maxBytes,
      });
      path = received.path;
      return await this.#withinDeadline(
        work(received),
        intake,
        answerDeadlineMs,
      );
    } catch (error) {
      if (path !== undefined) throw error;
      this.#inFlight.delete(uid);
      throw await this.#fail(uid, submission, error);
    }
  }

  async getReceipt(uid: string): Promise<IntakeResult | undefined> {
    const inFlight = this.#inFlight.get(uid);
    if (inFlight) return inFlight.result;
    const row = await findArrival({ tx: this.#database.knex, uid });
    return row && toResult(row);
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

  async refuse(
    arrival: Partial<Placement> & Sender & { size?: number },
    reason: RefusalReason,
  ): Promise<Error> {
    return this.#refuse(randomUUID(), arrival, reason);
  }

  /** What can be told before a byte is read: an idempotency key that is known. */
  async #before(submission: Submission): Promise<IntakeResult | undefined> {
    const { idempotencyKey: key, principal } = submission;
    await this.#recorder.check(submission);
    if (!key) return undefined;
    const row = await findIdempotent({
      tx: this.#database.knex,
      principalRef: principal.ref,
      key,
    });
    if (!row) return undefined;
    requireSamePlacement(row, submission);
    submission.body.resume();
    return toResult(row);
  }

  async #record(
    intake: InFlight,
    submission: Submission,
    received: { path: string; sha256: string; size: number },
  ): Promise<void> {
    const recorded = await this.#recorder.record(
      intake.result.uid,
      submission,
      received,
    );
    if ('repeated' in recorded) {
      requireSamePlacement(recorded.repeated, submission);
      intake.result = toResult(recorded.repeated);
      return;
    }
    const { outcome, releaseUid, evidenceUid, releaseId } = recorded;
    this.#metrics.arrived(outcome);
    intake.releaseId = releaseId;
    intake.result = {
      ...intake.result,
      status: outcome,
      releaseUid,
      evidenceUid,
    };
  }

  async #withinDeadline(
    work: Promise<IntakeResult>,
    intake: InFlight,
    ms: number,
  ): Promise<IntakeResult> {
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    const deadline = new Promise<IntakeResult>(answer => {
      timer = setTimeout(() => {
        late = true;
        answer(intake.result);
      }, ms);
    });
    // After the deadline nobody listens; the refusal row tells the sender, who polls
    work.catch(error => {
      if (late && !(error instanceof RefusedError)) {
        this.#logger.error(`Intake '${intake.result.uid}' failed`, error);
      }
    });
    return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
  }

  async #fail(
    uid: string,
    arrival: Submission & { size?: number },
    error: unknown,
  ): Promise<Error> {
    const reason = toRefusalReason(error);
    if (reason) return this.#refuse(uid, arrival, reason);
    // Our own fault: the sender sees that it was not theirs, the log sees why
    await this.#refuse(uid, arrival, {
      code: 'internal-error',
      status: 500,
      reason: 'The portal failed while it took the document in.',
      remedy: 'Send it again; if it fails again, tell the portal’s operators.',
    });
    return error as Error;
  }

  async #refuse(
    uid: string,
    arrival: Partial<Placement> & Sender & { size?: number },
    reason: RefusalReason,
  ): Promise<Error> {
    this.#metrics.arrived('refused', reason.code);
    const now = Date.now();
    try {
      await insertRefusal({
        tx: this.#database.knex,
        uid,
        arrival,
        reason,
        now,
        expiresAt: now + this.#config.refusalRetentionMs,
      });
    } catch (error) {
      // A full disk must not hide from the sender why nothing was kept
      this.#logger.warn(
        `Refusal '${reason.code}' was not written`,
        error as Error,
      );
      return new RefusedError(reason);
    }
    return new RefusedError(reason, uid);
  }
}

function processing(uid: string, submission: Submission): IntakeResult {
  return {
    uid,
    status: 'processing',
    at: new Date(),
    entityRef: submission.entityRef.toLowerCase(),
    principalRef: submission.principal.ref,
    judged: false,
  };
}

function toResult(row: ArrivalRow): IntakeResult {
  return {
    uid: row.uid,
    status: row.outcome,
    at: new Date(row.at),
    entityRef: row.entity_ref,
    principalRef: row.principal_ref,
    releaseUid: row.release_uid,
    evidenceUid: row.evidence_uid,
    judged: (row.judge_done ?? 0) >= (row.judge_asked ?? 0),
  };
}

function requireSamePlacement(row: ArrivalRow, submission: Submission): void {
  if (
    row.entity_ref === submission.entityRef.toLowerCase() &&
    row.version === submission.version &&
    row.channel === (submission.channel ?? 'release')
  ) {
    return;
  }
  throw new Refusal({
    code: 'idempotency-key-reused',
    status: 409,
    reason: `The idempotency key '${submission.idempotencyKey}' belongs to another placement.`,
    remedy: 'Use a new key for each document and release.',
  });
}

function busy(count: number): RefusalReason {
  return {
    code: 'busy',
    status: 429,
    reason: `The portal is taking in ${count} other documents.`,
    remedy: 'Send it again in a few seconds.',
  };
}

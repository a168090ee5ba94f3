import { SupplyChainConfig } from '../config/SupplyChainConfig';
import {
  deleteLateArrival,
  findLateArrival,
  insertLateArrival,
  LateArrivalRow,
  listEndedLateArrivals,
  pointLateArrival,
} from '../database/operations/late/lateArrivals';
import { findArrival } from '../database/operations/record/findArrival';
import { keepRefusal } from '../database/operations/refusals/keepRefusal';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { toResult } from './toResult';
import { IntakeResult, Placement, Sender } from './types';

const MINUTE = 60_000;
/** For how long a repetition is led to the receipt of the first. */
const POINTER_MS = 7 * 24 * 60 * MINUTE;

/**
 * Arrivals whose sender was given a receipt to ask for before there was one. They are
 * written down first, so that every replica knows them, and so that one that ended
 * with its process is told as a refusal and not forgotten.
 */
export class LateArrivals {
  readonly #database: SupplyChainDatabase;
  readonly #longestMs: number;
  readonly #retentionMs: number;

  constructor(options: {
    database: SupplyChainDatabase;
    config: SupplyChainConfig;
  }) {
    const { limits, refusalRetentionMs } = options.config;
    this.#database = options.database;
    // All that wait for one thread, each for as long as it may be read
    this.#longestMs =
      limits.maxConcurrentIntakes * limits.readTimeoutMs + 5 * MINUTE;
    this.#retentionMs = refusalRetentionMs;
  }

  async begin(
    uid: string,
    arrival: Placement & Sender & { size: number },
    at: Date,
  ): Promise<void> {
    await insertLateArrival({
      tx: this.#database.knex,
      uid,
      arrival,
      at: at.getTime(),
      endsAt: Date.now() + this.#longestMs,
    });
  }

  /** Once there is a receipt or a refusal: of this uid, or of the one that it repeats. */
  async settle(uid: string, receiptUid: string): Promise<void> {
    const tx = this.#database.knex;
    if (receiptUid === uid) await deleteLateArrival({ tx, uid });
    else {
      const endsAt = Date.now() + POINTER_MS;
      await pointLateArrival({ tx, uid, receiptUid, endsAt });
    }
  }

  /** What is known of a receipt, on any replica. */
  async find(uid: string): Promise<IntakeResult | undefined> {
    const tx = this.#database.knex;
    // In this order: it is settled first and removed then
    const late = await findLateArrival({ tx, uid });
    const row = await findArrival({ tx, uid: late?.receipt_uid ?? uid });
    if (row) return toResult(row);
    if (!late) return undefined;
    if (late.ends_at < Date.now()) {
      await this.#end(late);
      const ended = await findArrival({ tx, uid });
      return ended && toResult(ended);
    }
    return {
      uid,
      status: 'processing',
      at: new Date(late.at),
      entityRef: late.entity_ref,
      principalRef: late.principal_ref,
      judged: false,
    };
  }

  /** Tells of those whose process ended, and forgets what led elsewhere. */
  async endAbandoned(): Promise<void> {
    const tx = this.#database.knex;
    const ended = await listEndedLateArrivals({ tx, now: Date.now() });
    for (const late of ended) await this.#end(late);
  }

  async #end(late: LateArrivalRow): Promise<void> {
    const { uid } = late;
    const now = Date.now();
    await this.#database.transaction(async tx => {
      const isOurs = await deleteLateArrival({ tx, uid });
      if (!isOurs || late.receipt_uid || (await findArrival({ tx, uid }))) {
        return;
      }
      await keepRefusal({
        tx,
        uid,
        arrival: {
          entityRef: late.entity_ref,
          version: late.version,
          channel: late.channel,
          kind: late.kind,
          fileName: late.file_name,
          size: late.size,
          principal: { type: late.principal_type, ref: late.principal_ref },
          source: late.source,
          via: late.via,
        },
        reason: {
          code: 'interrupted',
          status: 503,
          reason: 'The portal stopped while it took the document in.',
          remedy: 'Send it again; nothing was kept.',
        },
        now,
        expiresAt: now + this.#retentionMs,
        ownRow: true,
      });
    });
  }
}

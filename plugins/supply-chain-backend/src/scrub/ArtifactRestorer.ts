import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { RestoredArtifact } from '@hotpass/backstage-plugin-supply-chain-common';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { lockDigests } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { receive } from '../intake/receive';
import { JudgeQueue } from '../judging/types';
import { endAlarm } from '../retention/alarms/alarmRows';
import { toIntegrity } from '../retention/keptOf';
import { releasesWith } from './noteCondition';
import { awaySince } from './storeLoss';

/** Puts the bytes of a bad artifact back. Only bytes with its digest can. */
export class ArtifactRestorer {
  readonly #options: {
    database: SupplyChainDatabase;
    store: ArtifactStore;
    queue: JudgeQueue;
    temporary: string;
    limits: { maxBytes: number; bodyIdleTimeoutMs: number };
  };

  constructor(options: {
    database: SupplyChainDatabase;
    store: ArtifactStore;
    queue: JudgeQueue;
    /** Folder for bytes of which nothing is known yet. */
    temporary: string;
    limits: { maxBytes: number; bodyIdleTimeoutMs: number };
  }) {
    this.#options = options;
  }

  async restore(options: {
    sha256: string;
    body: Readable;
    contentEncoding?: string;
    signal?: AbortSignal;
  }): Promise<RestoredArtifact> {
    const { limits, temporary } = this.#options;
    const { sha256 } = options;
    await this.#requireBad(sha256);
    const received = await receive({
      ...options,
      directory: temporary,
      maxBytes: limits.maxBytes,
      idleTimeoutMs: limits.bodyIdleTimeoutMs,
    });
    try {
      if (received.sha256 !== sha256) {
        throw new InputError(
          `The bytes that were sent are sha256:${received.sha256}, not sha256:${sha256}`,
        );
      }
      return await this.#put(sha256, received.path);
    } finally {
      await rm(received.path, { force: true });
    }
  }

  /** While the store is away nothing is marked, and what is known to be lost may come back. */
  async #requireBad(sha256: string): Promise<void> {
    const tx = this.#options.database.knex;
    const row = await tx('artifact').where({ sha256 }).first('condition');
    if (!row) throw new NotFoundError(`No evidence has sha256:${sha256}`);
    if (row.condition === 'sound' && (await awaySince(tx)) === undefined) {
      throw new ConflictError(
        `The stored bytes of sha256:${sha256} are sound as far as is known; there is nothing to restore`,
      );
    }
  }

  async #put(sha256: string, path: string): Promise<RestoredArtifact> {
    const { database, store, queue } = this.#options;
    const now = Date.now();
    const done = await database.transaction(async tx => {
      await lockDigests(tx, [sha256]);
      const row = await tx('artifact').where({ sha256 }).first();
      if (!row) throw new NotFoundError(`No evidence has sha256:${sha256}`);
      const stored = await store.put({ sha256, path });
      await tx('artifact').where({ sha256 }).update({
        condition: 'sound',
        condition_at: null,
        checked_at: now,
        stored_size: stored.storedSize,
        store_key: stored.key,
      });
      for (const kind of ['corrupt', 'missing', 'unreadable'] as const) {
        await endAlarm({ tx, kind, about: sha256, now });
      }
      const releaseIds = await releasesWith(tx, sha256);
      await askForJudgement({ tx, releaseIds, now });
      await appendEvent({
        tx,
        type: 'artifact-restored',
        at: now,
        facts: { digest: `sha256:${sha256}`, was: row.condition },
      });
      const fresh = await tx('artifact').where({ sha256 }).first();
      return { releaseIds, integrity: toIntegrity(fresh) };
    });
    for (const id of done.releaseIds) queue.judge(id);
    return { digest: `sha256:${sha256}`, integrity: done.integrity };
  }
}

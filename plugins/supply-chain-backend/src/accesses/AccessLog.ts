import { LoggerService } from '@backstage/backend-plugin-api';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { fit } from '../database/text';

const DAY = 24 * 60 * 60 * 1000;

// A page asks many times for the same release; once a few minutes is enough to know
const FRESH_MS = 5 * 60_000;

/** What somebody read or downloaded. */
export interface EvidenceUse {
  action: 'read' | 'download';
  principal: Principal;
  entityRef: string;
  releaseUid?: string;
  evidenceUid?: string;
}

/** Who read or downloaded what; equal uses of a day are one row. */
export class AccessLog {
  readonly #database: Knex;
  readonly #logger: LoggerService;
  readonly #recent = new LRUCache<string, number>({ max: 10_000 });

  constructor(options: { database: Knex; logger: LoggerService }) {
    this.#database = options.database;
    this.#logger = options.logger;
  }

  /** Written before it resolves; bytes must not leave without it. */
  async downloaded(use: EvidenceUse): Promise<void> {
    await this.#write(use, Date.now());
  }

  /** Reading is answered even when it cannot be noted; the log says so then. */
  async wasRead(use: EvidenceUse): Promise<void> {
    const now = Date.now();
    const key = JSON.stringify([Math.floor(now / DAY), use]);
    const last = this.#recent.get(key);
    if (last !== undefined && Math.abs(now - last) < FRESH_MS) return;
    this.#recent.set(key, now);
    try {
      await this.#write(use, now);
    } catch (error) {
      this.#recent.delete(key);
      this.#logger.error('A read was not noted', error as Error);
    }
  }

  async forget(options: { before: number }): Promise<void> {
    await this.#database('evidence_access')
      .where('last_at', '<', options.before)
      .delete();
  }

  async #write(use: EvidenceUse, now: number): Promise<void> {
    const tx = this.#database;
    await tx('evidence_access')
      .insert({
        day: Math.floor(now / DAY),
        action: use.action,
        principal_type: use.principal.type,
        principal_ref: fit(use.principal.ref, 255),
        entity_ref: fit(use.entityRef, 255),
        release_uid: fit(use.releaseUid ?? '', 36),
        evidence_uid: fit(use.evidenceUid ?? '', 36),
        first_at: now,
        last_at: now,
        times: 1,
      })
      .onConflict([
        'day',
        'action',
        'principal_ref',
        'entity_ref',
        'release_uid',
        'evidence_uid',
      ])
      .merge({ last_at: now, times: tx.raw('evidence_access.times + 1') });
  }
}

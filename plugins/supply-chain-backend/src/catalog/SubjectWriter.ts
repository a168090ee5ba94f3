import { Knex } from 'knex';
import { appendEvents } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { lockKeeping } from '../database/operations/record/lockKeeping';
import { upsertSubjects } from '../database/operations/subjects/upsertSubjects';
import { inChunks, nextTick } from '../database/raw';
import { SubjectRow } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { coverEntities } from '../holds/operations/cover';
import { refreshSubject } from '../judging/refreshSubject';
import { JudgeQueue } from '../judging/types';
import { HeldTrust } from '../trust/HeldTrust';
import { Origin } from '../trust/originOf';
import { entityEvents } from './entityEvents';
import { SubjectSnapshot } from './toSnapshot';

/** An entity as the catalog has it, beside what was known of it. */
export interface SeenEntity {
  snapshot: SubjectSnapshot;
  origin: Origin;
  /** As it was before the catalog was read; what it follows from is read again, locked. */
  before: SubjectRow | undefined;
}

/** An entity whose trust is held from now on. */
interface Held {
  entity_ref: string;
  reason: string;
}

/** Of a transaction that others wait for; many entities may change at once. */
const ENTITIES = 50;

/** Brings subjects up to date with the catalog, with all that follows from it. */
export class SubjectWriter {
  readonly #database: SupplyChainDatabase;
  readonly #queue: JudgeQueue;
  readonly #held: HeldTrust;

  constructor(options: {
    database: SupplyChainDatabase;
    queue: JudgeQueue;
    held: HeldTrust;
  }) {
    this.#database = options.database;
    this.#queue = options.queue;
    this.#held = options.held;
  }

  async write(entities: readonly SeenEntity[]): Promise<void> {
    const others: SeenEntity[] = [];
    for (const one of entities) {
      const isToBeHeld = await this.#held.mayHold(one.before, one.origin);
      // What holds trust is audited by itself
      if (isToBeHeld) {
        await this.#held.audited(one.snapshot, async () => {
          const [held] = await this.#writeChunk([one]);
          return { held: held?.reason };
        });
      } else others.push(one);
    }
    for (const chunk of inChunks(others, ENTITIES)) {
      // Held by what became of it since it was looked at
      for (const held of await this.#writeChunk(chunk)) {
        await this.#held.audited(held, async () => ({ held: held.reason }));
      }
      await nextTick();
    }
  }

  async #writeChunk(chunk: SeenEntity[]): Promise<Held[]> {
    const { releaseIds, held } = await this.#database.transaction(tx =>
      this.#writeIn(tx, chunk),
    );
    for (const releaseId of releaseIds) this.#queue.judge(releaseId);
    return held;
  }

  async #writeIn(tx: Knex.Transaction, chunk: SeenEntity[]) {
    const now = Date.now();
    const snapshots = chunk.map(({ snapshot }) => snapshot);
    const kept = await upsertSubjects({ tx, snapshots, now });
    // Before rows of releases: whoever waits here must not have what others wait for
    await lockKeeping(tx);
    for (const { subject } of kept) {
      await refreshSubject({ tx, subject, now });
    }
    // What is expected, how strictly, and of what: all go into the judgement
    const releaseIds = kept.flatMap(
      ({ subject }) => subject.newest_release_id ?? [],
    );
    await askForJudgement({ tx, releaseIds, now });
    await coverEntities({ tx, entities: kept, now });
    await appendEvents(
      tx,
      kept.flatMap(one => entityEvents({ ...one, now })),
    );
    const held: Held[] = [];
    const seen = new Map(chunk.map(one => [one.snapshot.entity_ref, one]));
    for (const { subject, before } of kept) {
      const { entity_ref } = subject;
      const { origin } = seen.get(entity_ref)!;
      const options = { tx, subject, before, origin, now };
      const reviewed = await this.#held.review(options);
      if (reviewed.held) held.push({ entity_ref, reason: reviewed.held });
      releaseIds.push(...reviewed.releaseIds);
    }
    return { releaseIds: [...new Set(releaseIds)], held };
  }
}

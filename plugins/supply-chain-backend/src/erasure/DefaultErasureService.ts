import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Erasure,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';
import { appendEvent } from '../database/operations/record/appendEvent';
import { lockKeeping } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { fit } from '../database/text';
import { hexOf } from '../holds/matchesTarget';
import { deleteEvidence } from '../retention/deletion/deleteEvidence';
import { lockSubjects } from '../retention/deletion/lockSubjects';
import { unlinkBytes } from '../retention/deletion/unlinkBytes';
import { journalTombstones } from '../retention/tombstones/journalTombstones';
import { TombstoneJournal } from '../retention/tombstones/TombstoneJournal';
import { isHeld, placementsOf, requireErasure, toErasure } from './erasureRows';
import { ErasureDecision, ErasureService } from './types';

/**
 * Erasure asks neither for a date nor whether a release is live; only a hold is
 * stronger. What is left tells the digest and nothing else.
 */
export class DefaultErasureService implements ErasureService {
  readonly #database: SupplyChainDatabase;
  readonly #store: ArtifactStore;
  readonly #journal: TombstoneJournal;

  constructor(options: {
    database: SupplyChainDatabase;
    store: ArtifactStore;
    journal: TombstoneJournal;
  }) {
    this.#database = options.database;
    this.#store = options.store;
    this.#journal = options.journal;
  }

  async list(): Promise<Erasure[]> {
    const tx = this.#database.knex;
    const erasures: Erasure[] = [];
    for (const row of await tx('erasure').orderBy('id', 'desc')) {
      erasures.push(await toErasure(tx, row));
    }
    return erasures;
  }

  async request(options: {
    digest: string;
    legalBasis: string;
    reason: string;
    principal: Principal;
  }): Promise<Erasure> {
    const { digest, principal } = options;
    const sha256 = hexOf(digest);
    const uid = randomUUID();
    const now = Date.now();
    return this.#database.transaction(async tx => {
      await lockKeeping(tx);
      if ((await placementsOf(tx, sha256)).length === 0) {
        throw new NotFoundError(`No evidence has the digest '${digest}'`);
      }
      const open = await tx('erasure')
        .where({ sha256, state: 'open' })
        .first('uid');
      if (open) {
        throw new ConflictError(
          `The erasure '${open.uid}' of it is open already`,
        );
      }
      await tx('erasure').insert({
        uid,
        sha256,
        legal_basis: fit(options.legalBasis, 500),
        reason: fit(options.reason, 1000),
        state: 'open',
        requested_at: now,
        requested_by_type: principal.type,
        requested_by_ref: fit(principal.ref, 255),
      });
      const facts = { erasure: uid, digest };
      await appendEvent({ tx, type: 'erasure-requested', at: now, facts });
      return toErasure(tx, await requireErasure(tx, uid));
    });
  }

  async approve(decision: ErasureDecision): Promise<Erasure> {
    const { uid, principal } = decision;
    const now = Date.now();
    const { sha256 } = await requireErasure(this.#database.knex, uid);
    await this.#database.transaction(async tx => {
      const before = await placementsOf(tx, sha256);
      await lockSubjects(
        tx,
        before.map(({ subject }) => subject.id),
      );
      await lockKeeping(tx);
      const row = await requireOpen(tx, uid);
      if (row.requested_by_ref === principal.ref) {
        throw new NotAllowedError(
          'Another person than who asked has to approve an erasure',
        );
      }
      const doomed = await placementsOf(tx, sha256);
      if (doomed.length !== before.length) {
        throw new ConflictError('The bytes are arriving just now; try again');
      }
      if (await isHeld(tx, doomed)) {
        throw new ConflictError(
          'A legal hold covers these bytes; they can be erased after it was lifted',
        );
      }
      const by = `erasure:${uid}`;
      await deleteEvidence({ tx, doomed, by, erased: true, now });
      await decide(tx, 'done', decision, doomed.length, now);
    });
    // What a kill leaves here the next run of retention finishes
    const database = this.#database;
    await journalTombstones({ tx: database.knex, journal: this.#journal, now });
    await unlinkBytes({
      database,
      store: this.#store,
      digests: [sha256],
      goOn: async () => true,
    });
    return this.#read(uid);
  }

  async reject(decision: ErasureDecision): Promise<Erasure> {
    const { uid } = decision;
    const now = Date.now();
    await this.#database.transaction(async tx => {
      await lockKeeping(tx);
      await requireOpen(tx, uid);
      await decide(tx, 'rejected', decision, 0, now);
      const facts = { erasure: uid };
      await appendEvent({ tx, type: 'erasure-rejected', at: now, facts });
    });
    return this.#read(uid);
  }

  async #read(uid: string): Promise<Erasure> {
    const tx = this.#database.knex;
    return toErasure(tx, await requireErasure(tx, uid));
  }
}

async function requireOpen(tx: Knex, uid: string) {
  const row = await requireErasure(tx, uid);
  if (row.state === 'open') return row;
  throw new ConflictError(`The erasure '${uid}' is ${row.state} already`);
}

async function decide(
  tx: Knex.Transaction,
  state: 'done' | 'rejected',
  { uid, reason, principal }: ErasureDecision,
  placements: number,
  now: number,
): Promise<void> {
  await tx('erasure')
    .where({ uid })
    .update({
      state,
      placements,
      decided_at: now,
      decided_by_type: principal.type,
      decided_by_ref: fit(principal.ref, 255),
      decision_reason: fit(reason, 1000),
    });
}

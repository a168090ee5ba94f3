import { ConflictError, NotFoundError } from '@backstage/errors';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { lockSubject } from '../database/operations/record/lockSubject';
import {
  endHold,
  findSigned,
  hasTrusted,
  startHold,
} from '../database/operations/trust/holds';
import { SubjectRow } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { fit } from '../database/text';
import { SupplyChainMetrics } from '../metrics';
import { changesOf, Origin } from './originOf';

const HELD = 'The entity changed and is as it was again.';

/*
 * Trust lines name entities by their refs, and a ref can come to stand for something
 * else: its source location changes, or it is registered again by somebody else. Then
 * nothing of the entity is trusted until a person says that it is the same. Where
 * nothing was trusted before there is nothing to protect, and the change is taken as
 * it is.
 */
export class HeldTrust {
  readonly #database: SupplyChainDatabase;
  readonly #audit: Audit;
  readonly #metrics: SupplyChainMetrics;

  constructor(options: {
    database: SupplyChainDatabase;
    audit: Audit;
    metrics: SupplyChainMetrics;
  }) {
    this.#database = options.database;
    this.#audit = options.audit;
    this.#metrics = options.metrics;
  }

  /** Whether bringing the subject up to date will hold its trust. */
  async mayHold(
    before: SubjectRow | undefined,
    origin: Origin,
  ): Promise<boolean> {
    return (
      before !== undefined &&
      before.trust_held_since === undefined &&
      changesOf(before, origin, wasGone(before)).length > 0 &&
      (await hasTrusted({ tx: this.#database.knex, subjectId: before.id }))
    );
  }

  /** Runs what brings the subject up to date and will hold its trust. */
  async audited(
    { entity_ref: entityRef }: Pick<SubjectRow, 'entity_ref'>,
    work: () => Promise<{ held?: string }>,
  ): Promise<void> {
    const { held } = await this.#audit.run(
      'trust-hold',
      { entityRef },
      work,
      result => (result.held === undefined ? {} : { reason: result.held }),
    );
    if (held !== undefined) this.#metrics.trustHeld('held');
  }

  /**
   * Compares a locked subject with its entity of now. Gives why its trust is held from
   * now on, and the releases that were marked for that.
   */
  async review(options: {
    tx: Knex.Transaction;
    subject: SubjectRow;
    before: SubjectRow | undefined;
    origin: Origin;
    now: number;
  }): Promise<{ held?: string; releaseIds: number[] }> {
    const { tx, subject, before, origin, now } = options;
    const changes = changesOf(subject, origin, wasGone(before));
    const reason = changes.join(' ');
    if (subject.trust_held_since !== undefined) {
      await tx('subject')
        .where({ id: subject.id })
        .update({ trust_held_reason: fit(reason || HELD, 1000) });
      return { releaseIds: [] };
    }
    const subjectId = subject.id;
    if (changes.length === 0 || !(await hasTrusted({ tx, subjectId }))) {
      await tx('subject').where({ id: subject.id }).update(toColumns(origin));
      return { releaseIds: [] };
    }
    await startHold({ tx, subject, reason, source: origin.source, now });
    await appendEvent({
      tx,
      type: 'trust-held',
      at: now,
      subject,
      facts: { before: subject.confirmed_source, source: origin.source },
    });
    const releaseIds = await findSigned({ tx, subjectId });
    await askForJudgement({ tx, releaseIds, now });
    return { held: reason, releaseIds };
  }

  /** Gives the releases to judge again. `origin` is the entity's as it is now. */
  async confirm(options: {
    entityRef: string;
    origin: Origin;
    /** As the person saw it. */
    source: string;
    reason: string;
    principal: Principal;
  }): Promise<number[]> {
    const { entityRef, source, reason, principal } = options;
    const releaseIds = await this.#audit.run(
      'trust-confirm',
      { entityRef, source, reason, principal: principal.ref },
      () => this.#database.transaction(tx => confirmIn(tx, options)),
    );
    this.#metrics.trustHeld('confirmed');
    return releaseIds;
  }
}

type Confirmation = Parameters<HeldTrust['confirm']>[0];

async function confirmIn(
  tx: Knex.Transaction,
  { entityRef, origin, source, reason, principal }: Confirmation,
): Promise<number[]> {
  const now = Date.now();
  const found = await tx('subject')
    .where({ entity_ref: entityRef })
    .first('id');
  if (!found) throw new NotFoundError(`Nothing is known of '${entityRef}'`);
  const subject = await lockSubject({ tx, id: found.id });
  if (subject.trust_held_since === undefined) {
    throw new ConflictError(`Trust of '${entityRef}' is not held`);
  }
  if ((origin.source ?? '') !== source) {
    throw new ConflictError(
      `The source location of '${entityRef}' is '${
        origin.source ?? ''
      }' by now, not '${source}'; look at it again before you confirm it`,
    );
  }
  await endHold({ tx, subject, by: principal.ref, reason, now });
  await tx('subject')
    .where({ id: subject.id })
    .update({
      ...toColumns(origin),
      trust_held_since: null,
      trust_held_reason: null,
    });
  await appendEvent({
    tx,
    type: 'trust-confirmed',
    at: now,
    subject,
    facts: { before: subject.confirmed_source, source: origin.source },
  });
  const releaseIds = await findSigned({ tx, subjectId: subject.id });
  await askForJudgement({ tx, releaseIds, now });
  return releaseIds;
}

function wasGone(before: SubjectRow | undefined): { wasGone: boolean } {
  return { wasGone: before?.gone_at !== undefined };
}

function toColumns({ uid, source }: Origin) {
  return {
    confirmed_source: source ?? null,
    ...(uid && { catalog_uid: uid }),
  };
}

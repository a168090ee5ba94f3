import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  Hold,
  HoldTarget,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../authorization';
import { knownSpelling } from '../authorization/normaliseRef';
import { appendEvent } from '../database/operations/record/appendEvent';
import { lockKeeping } from '../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { fit } from '../database/text';
import { noteKept } from '../mirror/operations/noteKept';
import { coveredReleases } from './operations/coveredReleases';
import { requireHold, toHold } from './operations/holdRows';
import { HoldOrder, HoldService } from './types';

const DIGEST = /^(sha256|sha512):[0-9a-f]{64}([0-9a-f]{64})?$/;

/** Knows no permissions: whoever calls it has asked them. */
export class DefaultHoldService implements HoldService {
  readonly #database: SupplyChainDatabase;

  constructor(options: { database: SupplyChainDatabase }) {
    this.#database = options.database;
  }

  async list(
    granted: GrantedList,
    { active }: { active?: boolean },
  ): Promise<Hold[]> {
    const tx = this.#database.knex;
    const rows: Record<string, any>[] = await tx('hold')
      .modify(query => {
        if (active === true) query.whereNull('lifted_at');
        if (active === false) query.whereNotNull('lifted_at');
      })
      .orderBy('id', 'desc');
    const now = Date.now();
    const holds: Hold[] = [];
    const named = await namedEntities(tx, rows);
    const hidden = await granted.hidden([...new Set(named.values())]);
    for (const row of rows) {
      if (hidden.has(named.get(row.uid) ?? '')) continue;
      holds.push(await toHold(tx, row, now));
    }
    return holds;
  }

  async place(order: HoldOrder): Promise<Hold> {
    const now = Date.now();
    requireFuture(order.reviewAt, now);
    const uid = randomUUID();
    return this.#database.transaction(async tx => {
      // No deletion is between its last look and its end now
      await lockKeeping(tx);
      const target = await checkTarget(tx, order.target);
      await tx('hold').insert({
        uid,
        target: JSON.stringify(target),
        reason: fit(order.reason, 1000),
        reference: fit(order.reference, 200),
        placed_at: now,
        placed_by_type: order.principal.type,
        placed_by_ref: fit(order.principal.ref, 255),
        review_at: order.reviewAt.getTime(),
      });
      await appendEvent({
        tx,
        type: 'hold-placed',
        at: now,
        facts: { hold: uid, target },
      });
      await noteCovered(tx, target);
      return toHold(tx, await requireHold(tx, uid), now);
    });
  }

  async lift(options: {
    uid: string;
    reason: string;
    principal: Principal;
  }): Promise<Hold> {
    const { uid, reason, principal } = options;
    const now = Date.now();
    return this.#database.transaction(async tx => {
      await lockKeeping(tx);
      const row = await requireActive(tx, uid);
      if (row.placed_by_ref === principal.ref) {
        throw new NotAllowedError(
          'A hold ends only when another person than who placed it lifts it',
        );
      }
      await tx('hold')
        .where({ uid })
        .update({
          lifted_at: now,
          lifted_by_type: principal.type,
          lifted_by_ref: fit(principal.ref, 255),
          lift_reason: fit(reason, 1000),
        });
      const facts = { hold: uid };
      await appendEvent({ tx, type: 'hold-lifted', at: now, facts });
      await noteCovered(tx, JSON.parse(row.target));
      return toHold(tx, await requireHold(tx, uid), now);
    });
  }

  async review(options: { uid: string; reviewAt: Date }): Promise<Hold> {
    const { uid, reviewAt } = options;
    const now = Date.now();
    requireFuture(reviewAt, now);
    return this.#database.transaction(async tx => {
      await lockKeeping(tx);
      await requireActive(tx, uid);
      await tx('hold')
        .where({ uid })
        .update({ review_at: reviewAt.getTime(), reminded_at: null });
      await appendEvent({
        tx,
        type: 'hold-reviewed',
        at: now,
        facts: { hold: uid, reviewAt: reviewAt.toISOString() },
      });
      return toHold(tx, await requireHold(tx, uid), now);
    });
  }
}

/** Pages say of what it covers that it does; what it comes to cover later has events. */
async function noteCovered(
  tx: Knex.Transaction,
  target: HoldTarget,
): Promise<void> {
  await noteKept({ tx, releaseIds: await coveredReleases({ tx, target }) });
}

/** The one entity that a hold is on, by the hold; queries and digests name none. */
async function namedEntities(
  tx: Knex,
  rows: readonly Record<string, any>[],
): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const { uid, target } of rows) {
    const { entityRef, releaseId }: HoldTarget = JSON.parse(target);
    const of =
      entityRef ??
      (releaseId && (await entityOfRelease(tx, releaseId))?.entity_ref);
    if (of) named.set(uid, of);
  }
  return named;
}

function entityOfRelease(
  tx: Knex,
  uid: string,
): Promise<{ entity_ref: string } | undefined> {
  return tx('release as r')
    .join('subject as s', 's.id', 'r.subject_id')
    .where('r.uid', uid)
    .first('s.entity_ref');
}

async function requireActive(tx: Knex, uid: string) {
  const row = await requireHold(tx, uid);
  if (row.lifted_at === null) return row;
  throw new ConflictError(`The hold '${uid}' was lifted before`);
}

function requireFuture(reviewAt: Date, now: number): void {
  if (reviewAt.getTime() > now) return;
  throw new InputError('The review date must be in the future');
}

/** A hold that holds nothing by a slip of the pen is worse than an error. */
async function checkTarget(tx: Knex, target: HoldTarget): Promise<HoldTarget> {
  const { entityRef, releaseId, digest } = target;
  if (entityRef !== undefined) {
    const known = knownSpelling(entityRef);
    const row =
      known && (await tx('subject').where({ entity_ref: known }).first());
    if (row) return { entityRef: known };
    throw new InputError(`Nothing is known of an entity '${entityRef}'`);
  }
  if (releaseId !== undefined) {
    const row = await tx('release')
      .where({ uid: fit(releaseId, 36) })
      .first();
    if (row) return target;
    throw new InputError(`There is no release '${releaseId}'`);
  }
  if (digest !== undefined && !DIGEST.test(digest)) {
    throw new InputError(
      `'${digest}' is no full digest; write sha256:<64 hexadecimal digits>`,
    );
  }
  return target;
}

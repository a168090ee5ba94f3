import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  HeldEntityPage,
  Hold,
  HoldPreview,
  HoldTarget,
  Principal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { GrantedList } from '../authorization';
import { appendEvent } from '../database/operations/record/appendEvent';
import { leafRef } from '../database/operations/record/leafRef';
import { lockKeeping } from '../database/operations/record/lockKeeping';
import { compact } from '../database/operations/releases/columns';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { fit } from '../database/text';
import { noteKept } from '../mirror/operations/noteKept';
import { pageOf } from '../service/pageOf';
import { checkTarget } from './checkTarget';
import { aboutHold } from './operations/aboutHold';
import { coverMatching } from './operations/cover';
import { coveredReleases } from './operations/coveredReleases';
import { coverOf } from './operations/coverOf';
import { requireHold, toHold, toHoldOn } from './operations/holdRows';
import { HoldOrder, HoldService } from './types';

// More names tell a person no more than how many there are
const NAMES = 50;

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
    for (const row of rows) {
      const about = await aboutHold(tx, JSON.parse(row.target));
      holds.push(compact({ ...(await toHold(tx, row, now)), about }));
    }
    const named = holds.flatMap(({ about }) => about?.entityRef ?? []);
    const hidden = await granted.hidden([...new Set(named)]);
    return holds.flatMap(({ about, ...hold }) => {
      if (about && !hidden.has(about.entityRef)) return { ...hold, about };
      // A digest may be another entity's, too
      return about && hold.target.digest === undefined ? [] : hold;
    });
  }

  async preview(
    granted: GrantedList,
    options: { target: HoldTarget },
  ): Promise<HoldPreview> {
    const tx = this.#database.knex;
    const hidden = (refs: string[]) => granted.hidden(refs);
    const target = await checkTarget(tx, options.target, hidden);
    const hold = { target };
    const { volume, entities } = await coverOf({ tx, hold, hidden });
    return { covers: volume, entities: entities.slice(0, NAMES) };
  }

  async listEntities(
    granted: GrantedList,
    options: { uid: string; cursor?: string; limit: number },
  ): Promise<HeldEntityPage> {
    const { uid, cursor, limit } = options;
    const tx = this.#database.knex;
    const row = await requireHold(tx, uid);
    // A lifted hold covers nothing, whatever is written down of what it did
    const hold = toHoldOn(row);
    const hidden = (refs: string[]) => granted.hidden(refs);
    const { entities: items } =
      row.lifted_at === null
        ? await coverOf({ tx, hold, hidden })
        : { entities: [] };
    return pageOf({
      name: `hold/${uid}`,
      items,
      valueOf: ({ entityRef }) => entityRef,
      keyOf: ({ entityRef }) => entityRef,
      cursor,
      limit,
    });
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
      const row = await requireHold(tx, uid);
      const { query } = target;
      const entities =
        query && (await coverMatching({ tx, holdId: row.id, query, now }));
      const facts = { hold: uid, target: leafTarget(target), entities };
      await appendEvent({ tx, type: 'hold-placed', at: now, facts });
      // Pages say so of what it covers now; what it comes to cover later has events
      const releaseIds = await coveredReleases({ tx, hold: toHoldOn(row) });
      await noteKept({ tx, releaseIds });
      return toHold(tx, row, now);
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
      // Once it is lifted, nothing tells which entities it had kept on covering
      const releaseIds = await coveredReleases({ tx, hold: toHoldOn(row) });
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
      await noteKept({ tx, releaseIds });
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

async function requireActive(tx: Knex, uid: string) {
  const row = await requireHold(tx, uid);
  if (row.lifted_at === null) return row;
  throw new ConflictError(`The hold '${uid}' was lifted before`);
}

function requireFuture(reviewAt: Date, now: number): void {
  if (reviewAt.getTime() > now) return;
  throw new InputError('The review date must be in the future');
}

/** As the ledger's leaf tells it: it names no person. */
function leafTarget(target: HoldTarget): HoldTarget {
  const { query } = target;
  if (query?.owner === undefined) return target;
  return { query: { ...query, owner: leafRef(query.owner) } };
}

import { NotFoundError } from '@backstage/errors';
import { Hold, HoldCover } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { compact, toIso } from '../../database/operations/releases/columns';
import { HoldOn } from '../matchesTarget';
import { coverOf } from './coverOf';

export async function requireHold(tx: Knex, uid: string) {
  const row = await tx('hold').where({ uid }).first();
  if (!row) throw new NotFoundError(`There is no hold '${uid}'`);
  return row;
}

export function toHoldOn(row: Record<string, any>): HoldOn {
  return { id: row.id, target: JSON.parse(row.target) };
}

const NOTHING: HoldCover = { entities: 0, releases: 0, evidence: 0, bytes: 0 };

/** A hold as it is answered, with what it covers at this moment. */
export async function toHold(
  tx: Knex,
  row: Record<string, any>,
  now: number,
): Promise<Hold> {
  const isActive = row.lifted_at === null;
  const hold = toHoldOn(row);
  return compact({
    id: row.uid,
    target: hold.target,
    reason: row.reason,
    reference: row.reference,
    placedAt: toIso(row.placed_at),
    placedBy: { type: row.placed_by_type, ref: row.placed_by_ref },
    reviewAt: toIso(row.review_at),
    reviewDue: isActive && Number(row.review_at) <= now,
    liftedAt: isActive ? undefined : toIso(row.lifted_at),
    liftedBy: isActive
      ? undefined
      : { type: row.lifted_by_type, ref: row.lifted_by_ref },
    liftReason: row.lift_reason ?? undefined,
    covers: isActive ? (await coverOf({ tx, hold })).volume : NOTHING,
  });
}

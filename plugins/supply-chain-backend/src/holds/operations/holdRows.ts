import { Hold, Volume } from '@hotpass/backstage-plugin-supply-chain-common';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { compact, toIso } from '../../database/operations/releases/columns';
import { idList, rawRows } from '../../database/raw';
import { coveredReleases } from './coveredReleases';

export async function requireHold(tx: Knex, uid: string) {
  const row = await tx('hold').where({ uid }).first();
  if (!row) throw new NotFoundError(`There is no hold '${uid}'`);
  return row;
}

/** A hold as it is answered, with what it covers at this moment. */
export async function toHold(
  tx: Knex,
  row: Record<string, any>,
  now: number,
): Promise<Hold> {
  const isActive = row.lifted_at === null;
  const target = JSON.parse(row.target);
  return compact({
    id: row.uid,
    target,
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
    covers: isActive
      ? await volumeOf(tx, await coveredReleases({ tx, target }))
      : { evidence: 0, bytes: 0 },
  });
}

async function volumeOf(tx: Knex, releaseIds: number[]): Promise<Volume> {
  const [row] = await rawRows<any>(
    tx,
    `select count(*) as n, coalesce(sum(a.size), 0) as bytes
       from evidence e join artifact a on a.sha256 = e.sha256
      where e.release_id in (${idList(tx)})`,
    [JSON.stringify(releaseIds)],
  );
  return { evidence: Number(row.n), bytes: Number(row.bytes) };
}

import { NotFoundError } from '@backstage/errors';
import { Erasure } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import {
  compact,
  toIso,
  toOptional,
  toOptionalIso,
} from '../database/operations/releases/columns';
import { heldReleases } from '../holds/operations/heldReleases';
import { selectEvidence, toDoomed } from '../retention/deletion/selectEvidence';
import { DoomedEvidence } from '../retention/deletion/types';

export async function requireErasure(tx: Knex, uid: string) {
  const row = await tx('erasure').where({ uid }).first();
  if (!row) throw new NotFoundError(`There is no erasure '${uid}'`);
  return row;
}

/** Every place where the bytes are evidence. */
export async function placementsOf(
  tx: Knex,
  sha256: string,
): Promise<DoomedEvidence[]> {
  const rows = await selectEvidence(tx)
    .where('e.sha256', sha256)
    .orderBy('e.id');
  return rows.map(toDoomed);
}

export async function isHeld(
  tx: Knex,
  placements: readonly DoomedEvidence[],
): Promise<boolean> {
  const releaseIds = [...new Set(placements.map(({ release }) => release.id))];
  return (await heldReleases({ tx, releaseIds })).size > 0;
}

export async function toErasure(
  tx: Knex,
  row: Record<string, any>,
): Promise<Erasure> {
  const isOpen = row.state === 'open';
  const placements = isOpen ? await placementsOf(tx, row.sha256) : [];
  return compact({
    id: row.uid,
    digest: `sha256:${row.sha256}`,
    legalBasis: row.legal_basis,
    reason: row.reason,
    state: row.state,
    requestedAt: toIso(row.requested_at),
    requestedBy: { type: row.requested_by_type, ref: row.requested_by_ref },
    decidedAt: toOptionalIso(row.decided_at),
    decidedBy: isOpen
      ? undefined
      : { type: row.decided_by_type, ref: row.decided_by_ref },
    decisionReason: toOptional<string>(row.decision_reason),
    placements: isOpen ? placements.length : row.placements ?? 0,
    held: isOpen ? await isHeld(tx, placements) : undefined,
  });
}

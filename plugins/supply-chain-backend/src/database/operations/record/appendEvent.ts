import { createHash } from 'node:crypto';
import { canonicalJson } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { ADVISORY_LOCKS } from '../../advisoryLocks';
import { inChunks, isPg } from '../../raw';

export type EventType =
  | 'evidence-accepted'
  | 'evidence-received-again'
  | 'evidence-withdrawn'
  | 'evidence-reinstated'
  | 'evidence-marked'
  | 'evidence-spared'
  | 'evidence-deleted'
  | 'evidence-erased'
  | 'artifact-unlinked'
  | 'artifact-condition'
  | 'artifact-restored'
  | 'alarm-raised'
  | 'alarm-ended'
  | 'erasure-requested'
  | 'erasure-rejected'
  | 'entity-registered'
  | 'entity-returned'
  | 'entity-removed'
  | 'entity-owner-changed'
  | 'hold-placed'
  | 'hold-extended'
  | 'hold-reviewed'
  | 'hold-lifted'
  | 'release-judged'
  | 'release-promoted'
  | 'trust-policy-changed'
  | 'trust-held'
  | 'trust-confirmed'
  | 'release-retired'
  | 'retention-class-changed'
  | 'retention-proposed'
  | 'retention-approved'
  | 'retention-rejected';

/** Something that happened; leaves name no person. */
export interface LedgerEvent {
  type: EventType;
  at: number;
  /** Absent for what is about no entity, such as a class. */
  subject?: { id: number; uid: string };
  release?: { id: number; uid: string };
  facts: Record<string, unknown>;
}

// Engines limit the parameters of one statement
const ROWS = 100;

/**
 * Appends to the log of everything that happened to evidence. The row holds the
 * exact bytes that the ledger's tree hashes, so leaves name no person: identities
 * stay in the rows that a leaf points at.
 *
 * Source: RFC 9162, section 2.1.1: a leaf's hash is SHA-256(0x00 || leaf).
 */
export async function appendEvent(
  options: LedgerEvent & { tx: Knex.Transaction },
): Promise<void> {
  const { tx, ...event } = options;
  await appendEvents(tx, [event]);
}

/** Several, in their order, as one. */
export async function appendEvents(
  tx: Knex.Transaction,
  events: readonly LedgerEvent[],
): Promise<void> {
  if (events.length === 0) return;
  // Ids must become visible in their own order, or a reader of the log that has
  // seen 8 would never see the 7 that committed after it
  if (isPg(tx)) {
    await tx.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCKS.ledger]);
  }
  for (const chunk of inChunks([...events], ROWS)) {
    await tx('event').insert(chunk.map(toRow));
  }
}

function toRow({ type, at, subject, release, facts }: LedgerEvent) {
  const leaf = Buffer.from(
    canonicalJson({
      v: 1,
      type,
      at: new Date(at).toISOString(),
      ...(subject && { subject: subject.uid }),
      ...(release && { release: release.uid }),
      ...facts,
    }),
  );
  return {
    at,
    type,
    subject_id: subject?.id ?? null,
    release_id: release?.id ?? null,
    leaf,
    leaf_hash: createHash('sha256')
      .update(Buffer.of(0))
      .update(leaf)
      .digest('hex'),
  };
}

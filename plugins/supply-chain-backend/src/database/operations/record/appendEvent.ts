import { createHash } from 'node:crypto';
import { canonicalJson } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { isPg } from '../../raw';

export type EventType =
  | 'evidence-accepted'
  | 'evidence-received-again'
  | 'evidence-withdrawn'
  | 'evidence-reinstated'
  | 'release-judged'
  | 'release-promoted'
  | 'trust-policy-changed'
  | 'trust-held'
  | 'trust-confirmed';

// Any constant; one lock for the one log
const LEDGER_LOCK = 7_305_521;

/**
 * Appends to the log of everything that happened to evidence. The row holds the
 * exact bytes that the ledger's tree hashes, so leaves name no person: identities
 * stay in the rows that a leaf points at.
 *
 * Source: RFC 9162, section 2.1.1: a leaf's hash is SHA-256(0x00 || leaf).
 */
export async function appendEvent(options: {
  tx: Knex.Transaction;
  type: EventType;
  at: number;
  /** Absent for what concerns the whole portal. */
  subject?: { id: number; uid: string };
  /** Absent for what concerns all releases of the subject. */
  release?: { id: number; uid: string };
  facts: Record<string, unknown>;
}): Promise<void> {
  const { tx, type, at, subject, release, facts } = options;
  const leaf = Buffer.from(
    canonicalJson({
      v: 1,
      type,
      at: new Date(at).toISOString(),
      subject: subject?.uid,
      release: release?.uid,
      ...facts,
    }),
  );
  // Ids must become visible in their own order, or a reader of the log that has
  // seen 8 would never see the 7 that committed after it
  if (isPg(tx)) {
    await tx.raw('select pg_advisory_xact_lock(?)', [LEDGER_LOCK]);
  }
  await tx('event').insert({
    at,
    type,
    subject_id: subject?.id ?? null,
    release_id: release?.id ?? null,
    leaf,
    leaf_hash: createHash('sha256')
      .update(Buffer.of(0))
      .update(leaf)
      .digest('hex'),
  });
}

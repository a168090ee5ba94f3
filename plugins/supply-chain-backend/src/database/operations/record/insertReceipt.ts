import { Knex } from 'knex';
import { Sender } from '../../../intake/types';
import { fit, fitOptional } from '../../text';

/** One arrival of bytes that was taken in. */
export async function insertReceipt(options: {
  tx: Knex.Transaction;
  uid: string;
  subjectId: number;
  releaseId: number;
  evidenceId: number;
  sha256: string;
  outcome: 'accepted' | 'known';
  at: number;
  sender: Sender;
  idempotencyKey?: string;
  fileName?: string;
}): Promise<void> {
  const { tx, sender } = options;
  await tx('receipt').insert({
    uid: options.uid,
    subject_id: options.subjectId,
    release_id: options.releaseId,
    evidence_id: options.evidenceId,
    sha256: options.sha256,
    outcome: options.outcome,
    at: options.at,
    principal_type: sender.principal.type,
    principal_ref: fit(sender.principal.ref, 255),
    claims: sender.claims ? JSON.stringify(sender.claims) : null,
    source: fitOptional(sender.source, 500),
    via: sender.via,
    key_scope: sender.scope ?? '',
    idempotency_key: options.idempotencyKey ?? null,
    file_name: fitOptional(options.fileName, 255),
  });
}

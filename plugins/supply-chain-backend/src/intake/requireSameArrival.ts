import { ArrivalRow } from '../database/operations/record/findArrival';
import { evidenceWithdrawn } from './evidenceWithdrawn';
import { Refusal } from './RefusedError';
import { Submission } from './types';

/**
 * An idempotency key stands for one document at one place. Without `sha256`, before
 * the bytes are there, only the place can be compared.
 */
export function requireSameArrival(
  row: ArrivalRow,
  submission: Submission,
  sha256?: string,
): void {
  const { entityRef, version, channel = 'release' } = submission;
  if (
    row.entity_ref !== entityRef.toLowerCase() ||
    row.version !== version ||
    row.channel !== channel
  ) {
    throw reused(submission, 'another placement');
  }
  if (sha256 === undefined) return;
  if (row.sha256 !== sha256) throw reused(submission, 'other bytes');
  const { signs } = submission;
  if (signs && row.signs && row.signs !== signs) {
    throw reused(submission, 'the signature of another document');
  }
  // The first answer no longer holds: it would say that the evidence counts
  if (row.withdrawn_at !== undefined) throw evidenceWithdrawn(row.withdrawn_at);
}

function reused(submission: Submission, what: string): Refusal {
  return new Refusal({
    code: 'idempotency-key-reused',
    status: 409,
    reason: `The idempotency key '${submission.idempotencyKey}' belongs to ${what}.`,
    remedy: 'Use a new key for each document and release.',
  });
}

import { Refusal } from './RefusedError';

/**
 * For bytes that were withdrawn from the place they are sent to again. Who withdrew
 * them and why is for those who may read the evidence, not for every sender.
 */
export function evidenceWithdrawn(at: number): Refusal {
  return new Refusal({
    code: 'evidence-withdrawn',
    status: 409,
    reason: `These bytes were withdrawn from this release on ${new Date(
      at,
    ).toISOString()}.`,
    remedy:
      'Send corrected bytes, or have a person who may withdraw evidence take it back by uploading them on the page.',
  });
}

import { Knex } from 'knex';
import { toOptionalRow } from '../../database/rows';

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 600_000;

/** How an attempt to publish ended. */
export type SiteOutcome =
  /** The pages are there. */
  | { outcome: 'published'; etag: string }
  /** They were there before, byte for byte. */
  | { outcome: 'unchanged' }
  | { outcome: 'failed' };

/** Gives a claim back; the subject it was for, or nothing when it was lost. */
export async function settleClaim(options: {
  tx: Knex.Transaction;
  claim: string;
  result: SiteOutcome;
  now: number;
}): Promise<{ subjectId: number } | undefined> {
  const { tx, claim, result, now } = options;
  const site = toOptionalRow<{
    subject_id: number;
    claimed_revision: string;
    claimed_layout: string;
    failures: number;
  }>(await tx('mirror_site').where('claim_uid', claim).forUpdate().first());
  if (!site) return undefined;
  const free = { claim_uid: null, claim_ends_at: null };
  const update =
    result.outcome === 'failed'
      ? {
          ...free,
          failures: site.failures + 1,
          retry_at:
            now +
            Math.min(FIRST_RETRY_MS * 2 ** site.failures, LONGEST_RETRY_MS),
          // What is there may be half of a site, so it is not taken for any revision
          revision: null,
          etag: null,
        }
      : {
          ...free,
          failures: 0,
          retry_at: null,
          revision: site.claimed_revision,
          layout: site.claimed_layout,
          ...(result.outcome === 'published' && {
            etag: result.etag,
            published_at: now,
          }),
        };
  await tx('mirror_site').where('claim_uid', claim).update(update);
  return { subjectId: site.subject_id };
}

/** Whether the claim still held, and holds on. */
export async function renewClaim(options: {
  tx: Knex;
  claim: string;
  now: number;
  until: number;
}): Promise<boolean> {
  const renewed = await options
    .tx('mirror_site')
    .where('claim_uid', options.claim)
    // One that ran out may be somebody else's any moment
    .where('claim_ends_at', '>', options.now)
    .update({ claim_ends_at: options.until });
  return renewed === 1;
}

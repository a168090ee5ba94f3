import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { toOptionalRow } from '../../database/rows';
import { PublishedSubject } from './subjectRevision';

interface SiteRow {
  revision?: string;
  layout?: string;
  etag?: string;
  claim_uid?: string;
  claim_ends_at?: number;
  retry_at?: number;
}

/** The right to publish one site, until it is given back or not renewed. */
export interface SiteClaim {
  uid: string;
  /** What was published before. */
  etag?: string;
  /** Somebody began and did not end: what is there may be half of a site. */
  interrupted: boolean;
}

/**
 * Nothing when the site is as it should be, or somebody else is publishing it: two
 * at once would mix their pages.
 */
export async function claimSite(options: {
  tx: Knex.Transaction;
  subject: PublishedSubject;
  target: string;
  layout: string;
  now: number;
  until: number;
}): Promise<SiteClaim | undefined> {
  const { tx, subject, target, layout, now, until } = options;
  const key = { subject_id: subject.id, target };
  await tx('mirror_site')
    .insert(key)
    .onConflict(['subject_id', 'target'])
    .ignore();
  const site = toOptionalRow<SiteRow>(
    // SQLite has one writer; it knows no row locks
    await tx('mirror_site').where(key).forUpdate().first(),
  )!;
  const isHeld = site.claim_uid !== undefined;
  if (isHeld && (site.claim_ends_at ?? 0) > now) return undefined;
  if (site.retry_at !== undefined && site.retry_at > now) return undefined;
  const isCurrent =
    site.revision === subject.revision && site.layout === layout;
  if (isCurrent && !isHeld) return undefined;
  const uid = randomUUID();
  await tx('mirror_site').where(key).update({
    claim_uid: uid,
    claim_ends_at: until,
    claimed_revision: subject.revision,
    claimed_layout: layout,
  });
  return { uid, etag: site.etag, interrupted: isHeld };
}

import { Knex } from 'knex';
import { toRow } from '../../database/rows';
import { eventOf, selectPublished, toPublished } from './subjectRevision';

/** `mirror_site` joined to its subject. */
interface SiteColumns {
  revision?: string;
  layout?: string;
  claim_uid?: string;
  claim_ends_at?: number;
  retry_at?: number;
  site?: number;
}

/**
 * Refs of the entities whose site at the target is not what it should be: those to which
 * something happened before those that are only kept for another time, of which a changed
 * class makes thousands at once; of each the oldest site first.
 */
export async function listDue(options: {
  tx: Knex;
  target: string;
  layout: string;
  now: number;
}): Promise<string[]> {
  const { tx, target, layout, now } = options;
  const rows = await selectPublished(tx)
    .leftJoin('mirror_site as m', join =>
      join.on('m.subject_id', 's.id').andOnVal('m.target', target),
    )
    .select({
      revision: 'm.revision',
      layout: 'm.layout',
      claim_uid: 'm.claim_uid',
      claim_ends_at: 'm.claim_ends_at',
      retry_at: 'm.retry_at',
      site: 'm.subject_id',
    })
    .orderBy('m.published_at')
    .orderBy('s.id');
  const due = rows
    .map(raw => ({
      subject: toPublished(raw),
      site: toRow<SiteColumns>(raw),
    }))
    .filter(({ subject, site }) => {
      if (site.retry_at !== undefined && site.retry_at > now) return false;
      if (site.claim_uid) return (site.claim_ends_at ?? 0) <= now;
      if (site.site === undefined && !isShown(subject)) return false;
      return site.revision !== subject.revision || site.layout !== layout;
    });
  const hasNews = ({ subject, site }: (typeof due)[number]) =>
    !site.revision || eventOf(site.revision) !== eventOf(subject.revision);
  return [...due.filter(hasNews), ...due.filter(one => !hasNews(one))].map(
    ({ subject }) => subject.entityRef,
  );
}

function isShown(subject: { isGone: boolean; hasEvidence: boolean }): boolean {
  return subject.hasEvidence && !subject.isGone;
}

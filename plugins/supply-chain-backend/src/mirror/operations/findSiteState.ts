import { Knex } from 'knex';
import { toRows } from '../../database/rows';
import { LIVE_MS } from './targets';
import { selectPublished, toPublished } from './subjectRevision';

/** Whether an entity's evidence can be read in TechDocs. */
export interface SiteState {
  /** `published` only when every place in use shows what is known now. */
  state: 'publishing' | 'published';
  /** Of the pages that can be opened; absent while there are none. */
  publishedAt?: number;
}

/** Nothing where no mirror is installed, or there is nothing to publish. */
export async function findSiteState(options: {
  tx: Knex;
  entityRef: string;
  now: number;
}): Promise<SiteState | undefined> {
  const { tx, entityRef, now } = options;
  const raw = await selectPublished(tx)
    .where('s.entity_ref', entityRef)
    .first();
  const subject = raw && toPublished(raw);
  if (!subject?.hasEvidence || subject.isGone) return undefined;
  const sites = toRows<{ revision?: string; published_at?: number }>(
    await tx('mirror_target as t')
      .leftJoin('mirror_site as m', join =>
        join.on('m.target', 't.id').andOnVal('m.subject_id', subject.id),
      )
      .where('t.seen_at', '>', now - LIVE_MS)
      .select('m.revision', 'm.published_at'),
  );
  if (sites.length === 0) return undefined;
  const isCurrent = sites.every(site => site.revision === subject.revision);
  const times = sites.map(site => site.published_at ?? Infinity);
  const oldest = Math.min(...times);
  return {
    state: isCurrent ? 'published' : 'publishing',
    ...(oldest !== Infinity && { publishedAt: oldest }),
  };
}

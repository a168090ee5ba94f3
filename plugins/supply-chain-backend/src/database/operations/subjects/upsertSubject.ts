import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { SubjectSnapshot } from '../../../catalog/toSnapshot';
import { SubjectRow, toOptionalRow } from '../../rows';
import { lockSubject } from '../record/lockSubject';

export async function findSubjectRow(options: {
  tx: Knex;
  entityRef: string;
}): Promise<SubjectRow | undefined> {
  return toOptionalRow<SubjectRow>(
    await options
      .tx('subject')
      .where({ entity_ref: options.entityRef })
      .first(),
  );
}

/**
 * Adds the subject, or brings what the catalog says of it up to date. Gives it locked,
 * and as it was before: of several that add it at once, one finds it new.
 */
export async function upsertSubject(options: {
  tx: Knex.Transaction;
  snapshot: SubjectSnapshot;
  now: number;
}): Promise<{ subject: SubjectRow; before?: SubjectRow; isNew: boolean }> {
  const { tx, snapshot, now } = options;
  const columns = toColumns(snapshot);
  const known = await tx('subject')
    .where({ entity_ref: snapshot.entity_ref })
    .first('id');
  const before = known && (await lockSubject({ tx, id: known.id }));
  const uid = randomUUID();
  await tx('subject')
    .insert({
      ...columns,
      uid,
      created_at: now,
      seen_at: now,
      state: snapshot.in_scope ? 'not-known' : 'not-in-scope',
      state_since: now,
      dots: '[]',
    })
    .onConflict('entity_ref')
    .merge({
      ...columns,
      seen_at: now,
      gone_at: null,
      live_end_told_at: null,
    });
  const { id } = await tx('subject')
    .where({ entity_ref: snapshot.entity_ref })
    .first('id');
  const subject = await lockSubject({ tx, id });
  return { subject, before, isNew: subject.uid === uid };
}

/** Absent members become NULL, so that what the catalog dropped is dropped here. */
export function toColumns(snapshot: SubjectSnapshot): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(snapshot).map(([column, value]) => [column, value ?? null]),
  );
}

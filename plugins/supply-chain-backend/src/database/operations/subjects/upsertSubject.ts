import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { SubjectSnapshot } from '../../../catalog/toSnapshot';
import { SubjectRow, toOptionalRow, toRow } from '../../rows';

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

/** Adds the subject, or brings what the catalog says of it up to date. */
export async function upsertSubject(options: {
  tx: Knex;
  snapshot: SubjectSnapshot;
  now: number;
}): Promise<SubjectRow> {
  const { tx, snapshot, now } = options;
  const columns = toColumns(snapshot);
  await tx('subject')
    .insert({
      ...columns,
      uid: randomUUID(),
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
  const row = await tx('subject')
    .where({ entity_ref: snapshot.entity_ref })
    .first();
  return toRow<SubjectRow>(row);
}

/** Absent members become NULL, so that what the catalog dropped is dropped here. */
export function toColumns(snapshot: SubjectSnapshot): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(snapshot).map(([column, value]) => [column, value ?? null]),
  );
}

import { Knex } from 'knex';

/** Marked evidence as it arrived: rows that lie side by side go together. */
export async function findMarked(options: {
  tx: Knex;
}): Promise<{ id: number; subjectId: number }[]> {
  const rows = await options
    .tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .whereNotNull('e.marked_at')
    .orderBy('e.id')
    .select({ id: 'e.id', subject_id: 'r.subject_id' });
  return rows.map((row: { id: number; subject_id: number }) => ({
    id: row.id,
    subjectId: row.subject_id,
  }));
}

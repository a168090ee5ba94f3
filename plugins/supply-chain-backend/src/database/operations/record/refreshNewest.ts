import { Knex } from 'knex';
import { HEADLINE_LINE } from '../releases/headline';

/**
 * The release that speaks for the entity: the newest of line `main`. Without any
 * there, the newest of all lines, so that an entity that only keeps `1.x` has one too.
 */
export async function refreshNewest(options: {
  tx: Knex.Transaction;
  subjectId: number;
  /** Of one line, where it was just looked up. */
  known?: { line: string; newest?: number };
}): Promise<number | undefined> {
  const { tx, subjectId, known } = options;
  const newest =
    (known?.line === HEADLINE_LINE ? known.newest : undefined) ??
    (await findNewest({ tx, subjectId, line: HEADLINE_LINE })) ??
    (await findNewest({ tx, subjectId }));
  await tx('subject')
    .where({ id: subjectId })
    .update({ newest_release_id: newest ?? null });
  return newest;
}

/**
 * Of one line, or of all. Greatest build time wins, whatever the version says and
 * whenever it arrived.
 */
export async function findNewest(options: {
  tx: Knex;
  subjectId: number;
  line?: string;
}): Promise<number | undefined> {
  const { tx, subjectId, line } = options;
  const row = await tx('release')
    .where({ subject_id: subjectId, channel: 'release' })
    .modify(query => {
      if (line !== undefined) query.where({ line });
    })
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('id');
  return row?.id;
}

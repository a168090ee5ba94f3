import { Knex } from 'knex';
import { isPg } from '../../raw';
import { SubjectRow, toRow } from '../../rows';

/**
 * The subject's row, locked: everything that changes a subject's evidence, newest
 * release or state takes turns here. SQLite has one writer anyway.
 */
export async function lockSubject(options: {
  tx: Knex.Transaction;
  id: number;
}): Promise<SubjectRow> {
  const { tx, id } = options;
  const query = tx('subject').where({ id }).first();
  return toRow<SubjectRow>(await (isPg(tx) ? query.forUpdate() : query));
}

import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';

/** Whose stream each one is; without ids of every stream, oldest first. */
export async function listStreamOwners(options: {
  tx: Knex;
  streamIds?: readonly number[];
}): Promise<{ streamId: number; entityRef: string }[]> {
  const { tx, streamIds } = options;
  const query = tx('stream as t')
    .join('subject as s', 's.id', 't.subject_id')
    .orderBy('t.id')
    .select({ streamId: 't.id', entityRef: 's.entity_ref' });
  return streamIds ? whereIdIn(query, 't.id', streamIds) : query;
}

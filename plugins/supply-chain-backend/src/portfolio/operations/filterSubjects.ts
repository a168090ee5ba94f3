import { Knex } from 'knex';
import {
  containsPattern,
  whereIdIn,
  whereTextIn,
} from '../../database/operations/releases/idList';

/** Subjects that were found to be visible, narrowed by what was asked. */
export function filterSubjects(options: {
  tx: Knex;
  ids: readonly number[];
  owner?: string[];
  system?: string[];
  query?: string;
}): Knex.QueryBuilder {
  const query = whereIdIn(options.tx('subject as s'), 's.id', options.ids);
  if (options.owner?.length) whereTextIn(query, 's.owner_ref', options.owner);
  if (options.system?.length) {
    whereTextIn(query, 's.system_ref', options.system);
  }
  if (options.query) {
    const pattern = containsPattern(options.query);
    query.whereRaw(
      `(s.entity_ref like ? escape '\\' or lower(coalesce(s.title, '')) like ? escape '\\')`,
      [pattern, pattern],
    );
  }
  return query;
}

import { Knex } from 'knex';

/**
 * Narrows a query of releases, known by `alias`, to those with evidence that counts:
 * one that lost all of it says nothing, so nothing can be compared with it.
 */
export function hasEvidence(
  tx: Knex,
  alias: string,
): (builder: Knex.QueryBuilder) => void {
  return builder => {
    builder.whereExists(
      tx('evidence as he')
        .where('he.release_id', tx.ref(`${alias}.id`))
        .where('he.current', true)
        .whereNull('he.withdrawn_at')
        .select(tx.raw('1')),
    );
  };
}

import { Knex } from 'knex';
import { knownSpelling } from '../../authorization/normaliseRef';
import { GrantedList } from '../../authorization';

/** Entities whose rows may be shown, or the one that is asked for, if it may. */
export async function shownSubjects(options: {
  tx: Knex;
  list: GrantedList;
  entity?: string;
}): Promise<{ id: number; entityRef: string }[]> {
  const { tx, list, entity } = options;
  const rows: { id: number; entity_ref: string }[] = await tx('subject')
    .modify(query => {
      if (entity !== undefined) {
        query.where({ entity_ref: knownSpelling(entity) ?? '' });
      }
    })
    .select('id', 'entity_ref');
  const hidden = await list.hidden(rows.map(row => row.entity_ref));
  return rows
    .filter(row => !hidden.has(row.entity_ref))
    .map(row => ({ id: row.id, entityRef: row.entity_ref }));
}

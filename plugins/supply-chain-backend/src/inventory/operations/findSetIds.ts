import { Knex } from 'knex';
import { decodeIds } from '../../database/componentSet';

/** The ascending component ids of one set. */
export async function findSetIds(options: {
  tx: Knex;
  setId: number;
}): Promise<number[]> {
  const row = await options
    .tx('component_set')
    .where('id', options.setId)
    .first('ids');
  if (!row) throw new Error(`Component set ${options.setId} is not there`);
  return decodeIds(row.ids);
}

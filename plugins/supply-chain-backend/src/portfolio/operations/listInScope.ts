import { Knex } from 'knex';
import { toOptional } from '../../database/operations/releases/columns';

/** Just enough of a subject to decide who may see it. */
export interface InScope {
  id: number;
  entityRef: string;
  owner?: string;
  system?: string;
}

export async function listInScope(options: { tx: Knex }): Promise<InScope[]> {
  const rows = await options
    .tx('subject')
    .where('in_scope', true)
    .whereNull('gone_at')
    .select('id', 'entity_ref', 'owner_ref', 'system_ref');
  return rows.map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    owner: toOptional(row.owner_ref),
    system: toOptional(row.system_ref),
  }));
}

import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';

/** Package of each of the components, by component id. */
export async function findPackages(options: {
  tx: Knex;
  componentIds: number[];
}): Promise<Map<number, number>> {
  if (!options.componentIds.length) return new Map();
  const rows = await whereIdIn(
    options.tx('component').select('id', 'package_id'),
    'id',
    options.componentIds,
  );
  return new Map(
    (rows as unknown as { id: number; package_id: number }[]).map(row => [
      row.id,
      row.package_id,
    ]),
  );
}

import { Knex } from 'knex';
import { rawRows, textList, tupleList } from '../../raw';

export interface NewComponent {
  key: string;
  packageKey: string;
  type: string;
  name: string;
  version: string;
}

/**
 * Adds the components and their packages that are not there, and tells those added. Rows go in sorted by
 * key: on PostgreSQL two arrivals that insert the same keys in different orders
 * would deadlock.
 */
export async function insertComponents(options: {
  tx: Knex;
  components: NewComponent[];
}): Promise<{ id: number; key: string }[]> {
  const { tx, components } = options;
  const packages = new Map<string, NewComponent>();
  for (const component of components) {
    packages.set(component.packageKey, component);
  }
  const keys = [...packages.keys()].sort();
  const ids = new Map<string, number>();
  const note = async (sql: string, binding: unknown[]) => {
    const json = JSON.stringify(binding);
    const rows = await rawRows<{ id: number; key: string }>(tx, sql, [json]);
    for (const row of rows) ids.set(row.key, row.id);
  };
  const lookUp = (wanted: string[]) =>
    note(`select id, key from package where key in (${textList(tx)})`, wanted);
  await lookUp(keys);
  const missing = keys.filter(key => !ids.has(key));
  if (missing.length > 0) {
    const tuples = missing.map(key => {
      const { type, name } = packages.get(key)!;
      return [key, type, name];
    });
    await note(
      `insert into package (key, type, name) ${tupleList(tx, [
        'text',
        'text',
        'text',
      ])} where true on conflict do nothing returning id, key`,
      tuples,
    );
    // Another transaction was faster with the rest
    const taken = missing.filter(key => !ids.has(key));
    if (taken.length > 0) await lookUp(taken);
  }
  const tuples = [...components]
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ packageKey, key, name, version }) => [
      ids.get(packageKey)!,
      key,
      name,
      version,
    ]);
  return rawRows(
    tx,
    `insert into component (package_id, key, name, version) ${tupleList(tx, [
      'int',
      'text',
      'text',
      'text',
    ])} where true on conflict do nothing returning id, key`,
    [JSON.stringify(tuples)],
  );
}

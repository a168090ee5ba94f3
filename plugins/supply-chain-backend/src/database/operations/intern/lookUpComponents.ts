import { Knex } from 'knex';
import { rawRows, textList } from '../../raw';

/** Ids of the component keys that are known. */
export async function lookUpComponents(options: {
  tx: Knex;
  keys: string[];
}): Promise<{ id: number; key: string }[]> {
  const { tx, keys } = options;
  return rawRows(
    tx,
    `select id, key from component where key in (${textList(tx)})`,
    [JSON.stringify(keys)],
  );
}

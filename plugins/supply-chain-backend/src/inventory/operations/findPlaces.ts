import { Knex } from 'knex';
import { toOptional } from '../../database/operations/releases/columns';
import { isPg, rawRows, tupleList } from '../../database/raw';

/** Where a component version is in use. */
export interface Place {
  componentId: number;
  entityRef: string;
  version?: string;
  line: string;
  stream: string;
  flags: number;
}

/** Those of the pairs of component and stream that still are. */
export async function findPlaces(options: {
  tx: Knex;
  pairs: readonly (readonly [componentId: number, streamId: number])[];
}): Promise<Place[]> {
  const { tx, pairs } = options;
  if (!pairs.length) return [];
  // SQLite takes joins in the order written only with CROSS JOIN, whose ON filters
  const join = isPg(tx) ? 'join' : 'cross join';
  const rows = await rawRows<any>(
    tx,
    `select u.component_id, u.flags, s.entity_ref, t.line, t.name as stream,
        r.version
      from (${tupleList(tx, ['int', 'int'])}) x
      ${join} current_component u
        on u.component_id = x.c0 and u.stream_id = x.c1
      ${join} stream t on t.id = u.stream_id
      ${join} subject s on s.id = t.subject_id
      left join "release" r on r.id = t.current_release_id`,
    [JSON.stringify(pairs)],
  );
  return rows.map(row => ({
    componentId: row.component_id,
    entityRef: row.entity_ref,
    version: toOptional(row.version),
    line: row.line,
    stream: row.stream,
    flags: Number(row.flags),
  }));
}

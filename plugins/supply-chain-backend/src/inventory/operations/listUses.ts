import { Knex } from 'knex';
import { isPg, rawRows } from '../../database/raw';

/** A component version, and the streams whose newest SBOM has it. */
export interface Use {
  component: {
    id: number;
    key: string;
    name: string;
    version: string;
    type: string;
  };
  streamIds: number[];
}

/**
 * Every use of a package. Thousands of entities may use one, so the streams of a
 * version come packed as text, which takes a tenth of the time of a row each; the
 * correlated query keeps `current_component` entered by its primary key, where
 * SQLite's planner would else walk it as a whole.
 */
export async function listUses(options: {
  tx: Knex;
  packageKey: string;
  /** Exact; default every version. */
  version?: string;
}): Promise<Use[]> {
  const { tx, packageKey, version } = options;
  const packed = isPg(tx)
    ? `string_agg(u.stream_id::text, ',')`
    : 'group_concat(u.stream_id)';
  const rows = await rawRows<Use['component'] & { streams: string | null }>(
    tx,
    `select c.id, c.key, c.name, c.version, p.type, (
        select ${packed} from current_component u where u.component_id = c.id
      ) as streams
      from package p
      join component c on c.package_id = p.id
      where p.key = ? ${version === undefined ? '' : 'and c.version = ?'}`,
    version === undefined ? [packageKey] : [packageKey, version],
  );
  return rows.flatMap(({ streams, ...component }) =>
    streams === null
      ? []
      : [{ component, streamIds: streams.split(',').map(Number) }],
  );
}

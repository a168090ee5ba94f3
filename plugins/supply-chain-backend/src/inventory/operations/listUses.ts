import { Knex } from 'knex';
import { toOptional } from '../../database/operations/releases/columns';

/** A component version in a stream's newest SBOM. */
export interface Use {
  entityRef: string;
  version?: string;
  stream: string;
  component: { key: string; name: string; version?: string; type: string };
  flags: number;
}

/**
 * Component versions of a package, and where each is current. Some versions of
 * one package are few; what matters is that `current_component` is entered by its
 * primary key: SQLite takes joins in the order written only with CROSS JOIN, and
 * would else walk every live component.
 */
export async function listUses(options: {
  tx: Knex;
  packageKey: string;
  /** Exact; default every version. */
  version?: string;
}): Promise<Use[]> {
  const { tx, packageKey, version } = options;
  const join = String(tx.client.config.client).includes('pg')
    ? 'join'
    : 'cross join';
  const on = (condition: string) => (join === 'join' ? `on ${condition}` : '');
  const where = (condition: string) =>
    join === 'join' ? '' : `and ${condition}`;
  const steps = [
    ['component c', 'c.package_id = p.id'],
    ['current_component u', 'u.component_id = c.id'],
    ['stream t', 't.id = u.stream_id'],
    ['subject s', 's.id = t.subject_id'],
  ];
  const { rows } = await tx
    .raw(
      `select s.entity_ref, t.name as stream, r.version as release_version,
        c.key, c.name, c.version, p.type, u.flags
      from package p
      ${steps.map(([table, by]) => `${join} ${table} ${on(by)}`).join('\n')}
      left join "release" r on r.id = t.current_release_id
      where p.key = ? ${steps.map(([, by]) => where(by)).join('\n')}
      ${version === undefined ? '' : 'and c.version = ?'}`,
      version === undefined ? [packageKey] : [packageKey, version],
    )
    .then((result: any) => (Array.isArray(result) ? { rows: result } : result));
  return rows.map((row: any) => ({
    entityRef: row.entity_ref,
    version: toOptional(row.release_version),
    stream: row.stream,
    component: {
      key: row.key,
      name: row.name,
      version: row.version || undefined,
      type: row.type,
    },
    flags: Number(row.flags),
  }));
}

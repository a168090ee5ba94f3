import { Knex } from 'knex';
import {
  Finding,
  Severity,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  compact,
  toIso,
  toJson,
  toOptional,
} from '../../database/operations/releases/columns';
import { whereIdIn } from '../../database/operations/releases/idList';

/** Worst first; `unknown` yields to any rating, only `none` is milder. */
export const severities: Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
  'none',
];

/** Least favourable first: nobody's silence is quieted by another's word. */
const statuses: Finding['status'][] = [
  'affected',
  'open',
  'under_investigation',
  'fixed',
  'not_affected',
];

/** Findings that a source still reports, united over their sources; `isNew` is left to the caller. */
export async function listFindings(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Finding[]> {
  const { tx, releaseId } = options;
  const live = () =>
    tx('finding as f').where('f.release_id', releaseId).whereNull('f.gone_at');
  const [rows, sources] = await Promise.all([
    live()
      .join('vulnerability as v', 'v.id', 'f.vulnerability_id')
      .select('f.*', 'v.key', 'v.description', 'v.url')
      .orderBy('f.id'),
    live()
      .join('finding_source as s', 's.finding_id', 'f.id')
      .join('evidence as e', 'e.id', 's.evidence_id')
      .whereNull('s.removed_at')
      .whereNull('e.withdrawn_at')
      .select('s.*', { evidence_uid: 'e.uid' })
      .orderBy(['s.finding_id', 's.id']),
  ]);
  const aliases = await listAliases(tx, [
    ...new Set(rows.map(row => row.vulnerability_id as number)),
  ]);
  const byFinding = groupBy(sources, source => source.finding_id);
  return rows.flatMap(row => {
    const own = byFinding.get(row.id) ?? [];
    // its sources were withdrawn and the release waits to be judged again
    if (!own.length) return [];
    return [
      toFinding(
        row,
        own,
        (aliases.get(row.vulnerability_id) ?? []).filter(
          alias => alias !== row.key,
        ),
      ),
    ];
  });
}

async function listAliases(
  tx: Knex,
  vulnerabilityIds: number[],
): Promise<Map<number, string[]>> {
  if (!vulnerabilityIds.length) return new Map();
  const rows: any[] = await whereIdIn(
    tx('vulnerability_alias')
      .select('alias', 'vulnerability_id')
      .orderBy('alias'),
    'vulnerability_id',
    vulnerabilityIds,
  );
  const grouped = groupBy(rows, row => row.vulnerability_id as number);
  return new Map(
    [...grouped].map(([id, group]) => [id, group.map(row => row.alias)]),
  );
}

function toFinding(row: any, sources: any[], aliases: string[]): Finding {
  return compact({
    id: row.uid,
    vulnerability: row.key,
    aliases,
    severity: first(
      severities,
      sources.map(source => source.severity),
    ),
    score: greatest(sources.map(source => source.score)),
    epss: greatest(sources.map(source => source.epss)),
    description: toOptional(row.description),
    url: toOptional(row.url),
    component: compact({
      key: row.component_key,
      name: row.component_name,
      version: toOptional<string>(row.component_version),
      purl: toOptional<string>(row.component_purl),
    }),
    fixedIn: [
      ...new Set(
        sources.flatMap(source => toJson<string[]>(source.fixed_in, [])),
      ),
    ],
    status: first(
      statuses,
      sources.map(source => source.status),
    ),
    knownExploited: sources.some(source => Boolean(source.known_exploited)),
    sources: sources.map(source =>
      compact({
        evidenceId: source.evidence_uid,
        tool: source.tool,
        toolVersion: toOptional<string>(source.tool_version),
        severity: source.severity,
        score: toOptional<number>(source.score),
        status: source.status,
        statusAsSaid: toOptional<string>(source.status_as_said),
        pointer: source.pointer,
        reportedAt: toIso(source.reported_at),
      }),
    ),
    firstSeenAt: toIso(row.first_seen_at),
    isNew: false,
  });
}

function first<T>(ranking: T[], values: T[]): T {
  return ranking.find(value => values.includes(value)) ?? values[0];
}

function greatest(values: (number | null)[]): number | undefined {
  const known = values.filter((value): value is number => value !== null);
  return known.length ? Math.max(...known) : undefined;
}

function groupBy<K, T>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

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
import { releaseNames } from '../releaseNames';
import { Advisory, listAdvisories } from './listAdvisories';

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

/**
 * Findings that a source still reports, united over their sources and over the names
 * of one vulnerability; `isNew` is left to the caller.
 */
export async function listFindings(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Finding[]> {
  const { tx, releaseId } = options;
  const live = () =>
    tx('finding as f').where('f.release_id', releaseId).whereNull('f.gone_at');
  const [rows, sources, advisories] = await Promise.all([
    live().select('f.*').orderBy('f.id'),
    live()
      .join('finding_source as s', 's.finding_id', 'f.id')
      .join('evidence as e', 'e.id', 's.evidence_id')
      .whereNull('s.removed_at')
      .whereNull('e.withdrawn_at')
      .select('s.*', { evidence_uid: 'e.uid' })
      .orderBy(['s.finding_id', 's.id']),
    listAdvisories({ tx, releaseIds: [releaseId] }),
  ]);
  const said = advisories.get(releaseId) ?? [];
  const names = releaseNames(said);
  const advisoriesOf = groupBy(said, ({ vulnerability }) =>
    names.nameOf(vulnerability),
  );
  const sourcesOf = groupBy(sources, source => source.finding_id);
  const united = groupBy(
    // The sources of the others were withdrawn, and the release waits to be judged again
    rows.filter(row => sourcesOf.has(row.id)),
    row => `${names.nameOf(row.vulnerability)}|${row.component_key}`,
  );
  return [...united.values()].map(group => {
    const name = names.nameOf(group[0].vulnerability);
    return toFinding({
      rows: group,
      sources: group.flatMap(row => sourcesOf.get(row.id)!),
      names: names.namesOf(name),
      // The text under the name that is shown first
      advisories: (advisoriesOf.get(name) ?? []).sort(
        (one, other) =>
          Number(other.vulnerability === name) -
          Number(one.vulnerability === name),
      ),
    });
  });
}

function toFinding(options: {
  rows: any[];
  sources: any[];
  names: string[];
  advisories: Advisory[];
}): Finding {
  const { rows, sources, advisories } = options;
  const [row] = rows;
  const [vulnerability, ...aliases] = options.names;
  return compact({
    id: row.uid,
    vulnerability,
    aliases,
    severity: first(
      severities,
      sources.map(source => source.severity),
    ),
    score: greatest(sources.map(source => source.score)),
    epss: greatest(sources.map(source => source.epss)),
    description: advisories.find(one => one.description)?.description,
    url: advisories.find(one => one.url)?.url,
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
    firstSeenAt: toIso(Math.min(...rows.map(one => Number(one.first_seen_at)))),
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

import { compare, valid } from 'semver';
import { FindingStatus, ReportedFinding, Severity } from '../model/Finding';
import { FindingFacts } from './FactDocument';
import { uniteNames } from './vulnerabilityNames';

/** A finding as one document of the release reports it. */
export interface PlacedFinding {
  /** Position in `FactDocument.evidence`. */
  evidence: number;
  tool: string;
  /** Unix seconds. */
  receivedAt: number;
  finding: ReportedFinding;
}

// Worst first. `unknown` yields to any rating; only `none` is milder.
const SEVERITIES: Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
  'none',
];

// Least favourable first: formats, "VEX precedence", rule 5. `open` is what nobody
// has said anything about, so it must not be quieted by another document's word.
const STATUSES: FindingStatus[] = [
  'affected',
  'open',
  'under_investigation',
  'fixed',
  'not_affected',
];

interface Group {
  /** The name that all of them mean. */
  id: string;
  names: string[];
  members: PlacedFinding[];
}

/**
 * Unites what several sources call the same vulnerability in the same component.
 * Aliases are united before anything is counted; the result does not depend on the
 * order of the reports.
 */
export function uniteFindings(
  reports: PlacedFinding[],
  firstSeen: ReadonlyMap<string, Date> = new Map(),
): FindingFacts[] {
  const groups = groupByName(reports);
  return groups
    .map(group => uniteGroup(group, firstSeen))
    .sort(
      (a, b) => order(a.component.key, b.component.key) || order(a.id, b.id),
    );
}

function groupByName(reports: PlacedFinding[]): Group[] {
  const nameOf = uniteNames(reports.map(({ finding }) => finding));
  const groups = new Map<string, Group>();
  for (const report of reports) {
    const { component, vulnerability } = report.finding;
    const id = nameOf(vulnerability);
    const key = `${component.key}|${id}`;
    const group = groups.get(key);
    if (group) group.members.push(report);
    else groups.set(key, { id, names: [], members: [report] });
  }
  for (const group of groups.values()) {
    const { id, members } = group;
    const names = members.flatMap(({ finding }) => namesOf(finding));
    // A name that means something else is related, and no alias
    const same = names.filter(name => nameOf(name) === id);
    group.names = [...new Set([id, ...same])].sort();
  }
  return [...groups.values()];
}

function uniteGroup(
  { id, names, members }: Group,
  firstSeen: ReadonlyMap<string, Date>,
): FindingFacts {
  const findings = members.map(report => report.finding);
  const { key, name, version, purl } = findings[0].component;
  const scores = findings.flatMap(finding => finding.score ?? []);
  const seen = names.flatMap(alias => firstSeen.get(`${key}|${alias}`) ?? []);
  return {
    id,
    aliases: names.filter(alias => alias !== id),
    component: { key, name, version, purl },
    severity: first(
      SEVERITIES,
      findings.map(finding => finding.severity),
    ),
    score: scores.length ? Math.max(...scores) : undefined,
    fixedIn: nearestFirst(new Set(findings.flatMap(f => f.fixedIn)), version),
    knownExploited: findings.some(finding => finding.knownExploited === true),
    status: first(
      STATUSES,
      findings.map(finding => finding.status),
    ),
    sources: members
      .map(({ evidence, tool, finding }) => ({
        evidence,
        tool,
        pointer: finding.pointer,
      }))
      .sort((a, b) => a.evidence - b.evidence || order(a.pointer, b.pointer)),
    firstSeenAt: Math.min(
      ...(seen.length
        ? seen.map(date => Math.floor(date.getTime() / 1000))
        : members.map(report => report.receivedAt)),
    ),
  };
}

/**
 * Fixes in the order in which a person would try them: the nearest version above
 * the installed one first, then versions that cannot be compared, then lower ones
 * (fixes of other release lines).
 */
function nearestFirst(
  fixes: ReadonlySet<string>,
  installed?: string,
): string[] {
  const from = installed && valid(installed);
  const rank = (fix: string) => {
    if (!from || !valid(fix)) {
      return 1;
    }
    return compare(fix, from) > 0 ? 0 : 2;
  };
  return [...fixes].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (valid(a) && valid(b) ? compare(a, b) : 0) ||
      order(a, b),
  );
}

function namesOf(finding: ReportedFinding): string[] {
  return [finding.vulnerability, ...finding.aliases];
}

function first<T>(ranking: T[], values: T[]): T {
  return ranking.find(value => values.includes(value)) ?? values[0];
}

function order(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

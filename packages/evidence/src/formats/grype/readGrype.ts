import {
  arrayAt,
  isObject,
  JsonObject,
  numberAt,
  objectAt,
  stringAt,
  stringsAt,
} from '../../json';
import { Defect } from '../../model/Defect';
import { FindingStatus, ReportedFinding, Severity } from '../../model/Finding';
import { ScanDocument } from '../../model/ReadDocument';
import { componentOf } from './componentOf';
import { readTarget } from './readTarget';

/**
 * Reads a report of `grype -o json`. Source: anchore/grype, `grype/presenter/models`.
 *
 * @internal
 */
export function readGrype(report: JsonObject): {
  document: ScanDocument;
  defects: Defect[];
} {
  const defects: Defect[] = [];
  const findings: ReportedFinding[] = [];
  for (const [index, match] of arrayAt(report, 'matches').entries()) {
    const finding = readMatch(match, `/matches/${index}`);
    if (finding) {
      findings.push(finding);
    } else {
      defects.push({
        code: 'incomplete-match',
        message: 'The match lacks a vulnerability id or a named artifact.',
        pointer: `/matches/${index}`,
        level: 'error',
      });
    }
  }
  const descriptor = objectAt(report, 'descriptor');
  const database = objectAt(descriptor, 'db');
  return {
    document: {
      kind: 'scan',
      tool: {
        name: stringAt(descriptor, 'name') ?? 'grype',
        version: stringAt(descriptor, 'version'),
      },
      createdAt: stringAt(descriptor, 'timestamp'),
      // Up to grype 0.87 beside the other fields, later below `status`.
      databaseBuiltAt:
        stringAt(objectAt(database, 'status'), 'built') ??
        stringAt(database, 'built'),
      target: readTarget(objectAt(report, 'source')),
      findings,
      ignored: arrayAt(report, 'ignoredMatches').length,
    },
    defects,
  };
}

function readMatch(
  match: unknown,
  pointer: string,
): ReportedFinding | undefined {
  const vulnerability = objectAt(match, 'vulnerability');
  const id = stringAt(vulnerability, 'id');
  const component = componentOf(objectAt(match, 'artifact'));
  if (!vulnerability || !id || !component) return undefined;

  const related = arrayAt(match, 'relatedVulnerabilities').filter(isObject);
  const ratings = [vulnerability, ...related].flatMap(ratingsOf);
  const worst = ratings.reduce<Rating | undefined>(
    (best, rating) => (best && best.score >= rating.score ? best : rating),
    undefined,
  );
  const fix = objectAt(vulnerability, 'fix');
  const fixState = stringAt(fix, 'state');
  return {
    pointer,
    vulnerability: id,
    aliases: [...new Set(related.map(item => stringAt(item, 'id')))].filter(
      (alias): alias is string => alias !== undefined && alias !== id,
    ),
    severity: severityOf(stringAt(vulnerability, 'severity')),
    score: worst?.score,
    vector: worst?.vector,
    description:
      stringAt(vulnerability, 'description') ??
      related.map(item => stringAt(item, 'description')).find(Boolean),
    url: webAddress(stringAt(vulnerability, 'dataSource')),
    knownExploited: [vulnerability, ...related].some(
      item => arrayAt(item, 'knownExploited').length > 0,
    ),
    epss: numberAt(arrayAt(vulnerability, 'epss')[0], 'epss'),
    component,
    fixedIn: stringsAt(fix, 'versions'),
    status: STATUS[fixState ?? ''] ?? 'open',
    statusAsSaid: fixState,
  };
}

// `wont-fix` accepts the risk; that must not hide the finding.
const STATUS: { [state: string]: FindingStatus } = { 'wont-fix': 'affected' };

interface Rating {
  score: number;
  vector?: string;
}

function ratingsOf(item: JsonObject): Rating[] {
  return arrayAt(item, 'cvss').flatMap(cvss => {
    const score = numberAt(objectAt(cvss, 'metrics'), 'baseScore');
    return score === undefined || score < 0 || score > 10
      ? []
      : [{ score, vector: stringAt(cvss, 'vector') }];
  });
}

const SEVERITIES: { [word: string]: Severity } = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  negligible: 'low',
  none: 'none',
};

function severityOf(word: string | undefined): Severity {
  return SEVERITIES[word?.toLocaleLowerCase('en-US') ?? ''] ?? 'unknown';
}

function webAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}

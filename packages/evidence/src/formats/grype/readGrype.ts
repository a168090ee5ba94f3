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
import { ReportedFinding } from '../../model/Finding';
import { ScanDocument } from '../../model/ReadDocument';
import { cvssScore, severityOf, webUrl } from '../severity';
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
    url: webUrl(stringAt(vulnerability, 'dataSource')),
    // Grype leaves the list out where it is empty, and where it knows no list.
    knownExploited:
      [vulnerability, ...related].some(
        item => arrayAt(item, 'knownExploited').length > 0,
      ) || undefined,
    epss: epssOf([vulnerability, ...related]),
    component,
    fixedIn: stringsAt(fix, 'versions'),
    // An accepted risk must not hide the finding.
    status: fixState === 'wont-fix' ? 'affected' : 'open',
    statusAsSaid: fixState,
  };
}

// The highest, where several names of it have one.
function epssOf(items: JsonObject[]): number | undefined {
  const values = items
    .flatMap(item => arrayAt(item, 'epss'))
    .map(entry => numberAt(entry, 'epss'))
    .filter((value): value is number => value !== undefined && value >= 0);
  return values.length > 0 ? Math.min(1, Math.max(...values)) : undefined;
}

interface Rating {
  score: number;
  vector?: string;
}

function ratingsOf(item: JsonObject): Rating[] {
  return arrayAt(item, 'cvss').flatMap(cvss => {
    const score = cvssScore(numberAt(objectAt(cvss, 'metrics'), 'baseScore'));
    return score === undefined
      ? []
      : [{ score, vector: stringAt(cvss, 'vector') }];
  });
}

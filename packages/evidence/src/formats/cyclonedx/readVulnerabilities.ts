import { arrayAt, numberAt, objectAt, stringAt } from '../../json';
import type { FindingStatus, ReportedFinding } from '../../model/Finding';
import { formatPurl, parsePurl } from '../../purl';
import { cvssScore, severityOf, webUrl } from '../severity';

/** `analysis.state` in our words. Source: CycloneDX 1.6, impactAnalysisState. */
const STATES: { [state: string]: FindingStatus } = {
  not_affected: 'not_affected',
  false_positive: 'not_affected',
  exploitable: 'affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  in_triage: 'under_investigation',
};

type Found = { name: string; version?: string; purl?: string; key?: string };

/** One finding per vulnerability and thing it affects. @internal */
export function readVulnerabilities(
  document: unknown,
  find: (ref: string) => Found | undefined,
): ReportedFinding[] {
  return arrayAt(document, 'vulnerabilities').flatMap((entry, index) => {
    const vulnerability = stringAt(entry, 'id');
    if (!vulnerability) return [];
    const state = stringAt(objectAt(entry, 'analysis'), 'state');
    const shared = {
      pointer: `/vulnerabilities/${index}`,
      vulnerability,
      aliases: aliasesOf(entry, vulnerability),
      ...ratingOf(entry),
      description: stringAt(entry, 'description')?.slice(0, 2000),
      url: webUrl(stringAt(objectAt(entry, 'source'), 'url')),
      status: state && Object.hasOwn(STATES, state) ? STATES[state] : 'open',
      statusAsSaid: state,
      justification: stringAt(objectAt(entry, 'analysis'), 'justification'),
    } satisfies Partial<ReportedFinding>;
    return arrayAt(entry, 'affects').flatMap(target => {
      const ref = stringAt(target, 'ref');
      if (!ref) return [];
      const component = componentOf(ref, find);
      return {
        ...shared,
        component,
        fixedIn: versionsOf(target, 'unaffected'),
        // What is said of this very version is more specific than the analysis.
        ...(component.version &&
        versionsOf(target, 'unaffected').includes(component.version)
          ? { status: 'not_affected' as const, statusAsSaid: 'unaffected' }
          : {}),
      };
    });
  });
}

function componentOf(
  ref: string,
  find: (ref: string) => Found | undefined,
): ReportedFinding['component'] {
  // A BOM-Link names the element behind the number sign.
  const element = /^urn:cdx:[^#]+#(.+)$/.exec(ref)?.[1];
  const found = find(ref) ?? (element && find(safeDecode(element)));
  if (found) {
    const key =
      found.key ?? found.purl ?? `${found.name}@${found.version ?? ''}`;
    const { name, version, purl } = found;
    return { name, version, purl, key };
  }
  const parsed = parsePurl(safeDecode(element ?? ref));
  const purl = parsed && formatPurl(parsed);
  return {
    name: parsed?.name ?? ref,
    version: parsed?.version,
    purl,
    key: purl ?? ref,
  };
}

function ratingOf(entry: unknown) {
  const ratings = arrayAt(entry, 'ratings').map(rating => ({
    score: cvssScore(numberAt(rating, 'score')),
    word: stringAt(rating, 'severity'),
    vector: stringAt(rating, 'vector'),
    cvss: /^CVSS/.test(stringAt(rating, 'method') ?? 'CVSS'),
  }));
  const scored = ratings.filter(
    ({ score, cvss }) => cvss && score !== undefined,
  );
  const best =
    scored.sort((a, b) => (b.score ?? 0) - (a.score ?? 0))[0] ??
    ratings.find(({ word }) => word);
  return {
    severity: severityOf(best?.word, best?.score),
    score: best?.cvss ? best.score : undefined,
    vector: best?.vector,
  };
}

function aliasesOf(entry: unknown, vulnerability: string): string[] {
  const ids = arrayAt(entry, 'references').flatMap(
    reference => stringAt(reference, 'id') ?? [],
  );
  return [...new Set(ids)].filter(id => id !== vulnerability);
}

function versionsOf(target: unknown, status: string): string[] {
  return arrayAt(target, 'versions').flatMap(item =>
    stringAt(item, 'status') === status ? stringAt(item, 'version') ?? [] : [],
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

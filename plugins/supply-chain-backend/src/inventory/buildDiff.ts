import {
  Diff,
  Finding,
  Release,
  RuleResult,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { toFix } from '../posture/fixFirst';
import { pairUpdates } from './compareSets';
import { ListedComponent } from './componentsOf';
import {
  amongFindings,
  findingIdentities,
  packageOfKey,
} from './findingIdentity';

const MOST_ROWS = 500;

/** One side of a comparison. */
export interface DiffSide {
  release: Release;
  components: readonly ListedComponent[];
  findings: readonly Finding[];
  rules: readonly RuleResult[];
}

export function buildDiff(base: DiffSide, target: DiffSide): Diff {
  const components = diffComponents(base.components, target.components);
  const wasThere = amongFindings(base.findings);
  const isThere = amongFindings(target.findings);
  const newFindings = target.findings
    .filter(finding => !wasThere(finding))
    .map(finding => ({ ...finding, isNew: true }));
  const goneFindings = base.findings.filter(finding => !isThere(finding));
  const lists = { ...components, newFindings, goneFindings };
  const truncated = Object.values(lists).some(list => list.length > MOST_ROWS);
  return compact({
    base: base.release,
    target: target.release,
    counts: {
      base: base.release,
      added: components.added.length,
      removed: components.removed.length,
      updated: components.updated.length,
      newFindings: new Set(newFindings.map(identityOf)).size,
      goneFindings: new Set(goneFindings.map(identityOf)).size,
    },
    added: components.added.slice(0, MOST_ROWS),
    removed: components.removed.slice(0, MOST_ROWS),
    updated: components.updated.slice(0, MOST_ROWS),
    newFindings: newFindings.slice(0, MOST_ROWS),
    goneFindings: goneFindings.slice(0, MOST_ROWS),
    ...diffRules(base.rules, target.rules),
    truncated: truncated || undefined,
  });
}

/** As posture counts them: an affected package once, whatever its versions. */
function identityOf(finding: Finding): string {
  return findingIdentities(finding)[0];
}

function diffComponents(
  base: readonly ListedComponent[],
  target: readonly ListedComponent[],
) {
  const before = new Set(base.map(({ component }) => component.key));
  const after = new Set(target.map(({ component }) => component.key));
  const byKey = (a: ListedComponent, b: ListedComponent) =>
    a.component.key < b.component.key ? -1 : 1;
  const pairs = pairUpdates(
    base.filter(({ component }) => !after.has(component.key)).sort(byKey),
    target.filter(({ component }) => !before.has(component.key)).sort(byKey),
    ({ packageKey }) => packageKey,
  );
  return {
    added: pairs.added.map(({ component }) => component),
    removed: pairs.removed.map(({ component }) => component),
    updated: pairs.updated.map(({ from, to }) => ({
      packageKey: to.packageKey,
      name: to.component.name,
      from: from.component.version ?? '',
      to: to.component.version ?? '',
    })),
  };
}

/** A violation is new when the base had not the rule violated, or not at that place. */
function diffRules(
  base: readonly RuleResult[],
  target: readonly RuleResult[],
): Pick<Diff, 'newViolations' | 'fixedViolations'> {
  const violated = (rules: readonly RuleResult[]) =>
    new Map(
      rules
        .filter(rule => rule.status === 'violation')
        .map(rule => [rule.code, rule]),
    );
  const before = violated(base);
  const after = violated(target);
  return {
    newViolations: [...after.values()].flatMap(rule => {
      const known = new Set(before.get(rule.code)?.hits.map(hitIdentity));
      const fresh = rule.hits.filter(hit => !known.has(hitIdentity(hit)));
      if (before.has(rule.code) && !fresh.length) return [];
      return [{ ...toFix(rule, fresh[0] ?? rule.hits[0]), isNew: true }];
    }),
    fixedViolations: [...before.keys()].filter(code => !after.has(code)),
  };
}

function hitIdentity(hit: RuleResult['hits'][number]): string {
  const about = hit.component && packageOfKey(hit.component);
  return about || hit.finding
    ? `${about ?? ''}|${hit.finding ?? ''}`
    : hit.message;
}

import { count, table, time } from '../elements';
import { exact, html } from '../html';
import { inParts } from '../inParts';
import { PAGES } from '../paths';
import { Page, SiteContext } from '../types';
import { evidenceTable } from './evidenceTable';
import { evidenceOfKind } from './evidenceOfKind';

/** Component × vulnerability, and who reports it. */
export function findingsPages(context: SiteContext): Page[] {
  const { items, totalItems } = context.facts.findings;
  return inParts({
    path: PAGES.findings,
    title: 'Findings',
    above: html`${evidenceTable(
        evidenceOfKind(context, ['scan', 'vex']),
        PAGES.findings,
      )}
      <h2>${count(totalItems, 'finding')}</h2>`,
    rows: items,
    toTable: rows =>
      table({
        head: [
          'Severity',
          'Vulnerability',
          'Component',
          'Status',
          'Fixed in',
          'First seen',
          'Reported by',
        ],
        rows: rows.map(finding => [
          finding.knownExploited
            ? `${finding.severity}, known exploited`
            : finding.severity,
          exact([finding.vulnerability, ...finding.aliases].join(', ')),
          exact(
            [finding.component.name, finding.component.version]
              .filter(Boolean)
              .join(' '),
          ),
          finding.status.replaceAll('_', ' '),
          exact(finding.fixedIn.join(', ')),
          time(finding.firstSeenAt),
          [...new Set(finding.sources.map(source => source.tool))].join(', '),
        ]),
        empty: 'No finding is reported.',
      }),
  });
}

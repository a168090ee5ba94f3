import { count, table } from '../elements';
import { exact, html } from '../html';
import { inParts } from '../inParts';
import { PAGES } from '../paths';
import { Page, SiteContext } from '../types';
import { evidenceTable } from './evidenceTable';
import { evidenceOfKind } from './evidenceOfKind';

/** SBOMs and the components that they name together. */
export function sbomPages(context: SiteContext): Page[] {
  const { items, totalItems } = context.facts.components;
  const beyond = totalItems - items.length;
  return inParts({
    path: PAGES.sbom,
    title: 'SBOM',
    above: html`${evidenceTable(evidenceOfKind(context, ['sbom']), PAGES.sbom)}
      <h2>${count(totalItems, 'component')}</h2>
      ${beyond > 0
        ? html`<p>
            The first ${items.length.toLocaleString('en-GB')} by name; the
            documents name them all.
          </p>`
        : undefined}`,
    rows: items,
    toTable: rows =>
      table({
        head: ['Component', 'Version', 'Licence', 'Dependency', 'purl'],
        rows: rows.map(component => [
          exact(component.name),
          exact(component.version),
          exact(component.licence),
          component.relation === 'unknown' ? 'not told' : component.relation,
          component.purl ? html`<code>${exact(component.purl)}</code>` : '',
        ]),
        empty: 'No component is known.',
      }),
  });
}

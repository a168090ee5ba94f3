import { code, count, facts, time } from '../elements';
import { html, Html } from '../html';
import { linkFrom, PAGES, releasePath } from '../paths';
import { portalLink } from '../portalLink';
import { Page, SiteContext } from '../types';
import { countsWords, stateName, verdictName } from '../words';
import { evidenceTable } from './evidenceTable';

/** What an auditor reads first: verdict, release, documents. */
export function overviewPage(context: SiteContext): Page {
  const { facts: all, entityRef } = context;
  const { posture, releases } = all;
  const { release, counts } = posture;
  const newest = releases.find(one => one.release.id === release?.id);
  return {
    path: PAGES.overview,
    title: `Evidence of ${posture.title ?? entityRef}`,
    search: [entityRef, ...releases.map(one => one.release.version)].join(' '),
    body: html`${verdict(context)}
      ${facts([
        ['Entity', code(entityRef)],
        ['Owner', code(posture.owner)],
        ['System', code(posture.system)],
        [
          'Newest release',
          release &&
            html`<a href="${linkFrom('', releasePath(release.id))}"
                >${release.version}</a
              >, made ${time(release.madeAt)}`,
        ],
        ['Components', counts.components.toLocaleString('en-GB')],
        ['Findings', counts.findings.toLocaleString('en-GB')],
        ['Documents', count(counts.evidence, 'document')],
      ])}
      <h2>Documents of the newest release</h2>
      ${evidenceTable(newest?.evidence ?? [], '')}
      <p class="sc-note">
        These pages show what was recorded. The documents themselves are
        downloaded from
        <a
          href="${portalLink(context, {
            section: 'evidence',
          })}"
          >the portal</a
        >, which checks who asks.
      </p>`,
  };
}

/** The verdict of the newest release, dated. */
export function verdict({ facts: { posture } }: SiteContext): Html {
  const { decision, state, stateSince, outOfDate } = posture;
  return html`<div class="sc-verdict">
    <strong>${stateName(state)}</strong>${decision
      ? html`<p>
          ${verdictName(decision.verdict)}: ${countsWords(decision)}. Judged
          ${time(decision.judgedAt)}.
        </p>`
      : html`<p>No release has been judged.</p>`}${outOfDate
      ? html`<p>${outOfDate.version} was tagged without evidence.</p>`
      : undefined}${stateSince
      ? html`<p class="sc-note">In this state since ${time(stateSince)}.</p>`
      : undefined}
  </div>`;
}

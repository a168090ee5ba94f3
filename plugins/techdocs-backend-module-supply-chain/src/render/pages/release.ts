import {
  Evidence,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { code, facts, table, time } from '../elements';
import { exact, html, Html } from '../html';
import { inParts } from '../inParts';
import { linkFrom, PAGES, releasePath } from '../paths';
import { portalLink } from '../portalLink';
import { Page, SiteContext } from '../types';
import { countsWords, verdictName } from '../words';
import { evidenceTable } from './evidenceTable';

/** The newest release in full. */
export function newestReleasePage(context: SiteContext): Page {
  const { posture, releases } = context.facts;
  const newest = releases.find(one => one.release.id === posture.release?.id);
  const path = PAGES.release;
  if (!newest) {
    return {
      path,
      title: 'Release',
      body: html`<p>No release has evidence.</p>`,
    };
  }
  const { version } = newest.release;
  return {
    path,
    title: `Release ${version}`,
    body: html`${releaseBody(context, newest, path)}
      <h2>Build products</h2>
      ${outputs(context)}
      <p class="sc-note">
        This page follows the newest release. The page of this one is
        <a href="${linkFrom(path, releasePath(newest.release.id))}"
          >${version}</a
        >, and stays.
      </p>`,
  };
}

/** Each release at an address of its own. */
export function releasePages(context: SiteContext): Page[] {
  return context.facts.releases.map(one => {
    const path = releasePath(one.release.id);
    return {
      path,
      title: `Release ${one.release.version}`,
      search: one.release.version,
      body: releaseBody(context, one, path),
    };
  });
}

/** All of them in one table. */
export function releaseListPages({ facts: { releases } }: SiteContext): Page[] {
  return inParts({
    path: PAGES.releases,
    // below `releases/` is a page of each
    partsPath: 'earlier/',
    title: 'Releases',
    above: html`<p>
      Newest first. Builds of changes are not part of these pages.
    </p>`,
    rows: releases,
    toTable: (rows, from) =>
      table({
        head: ['Version', 'Line', 'Made', 'Verdict', 'Documents'],
        rows: rows.map(({ release, evidence }) => [
          html`<a href="${linkFrom(from, releasePath(release.id))}"
            >${exact(release.version)}</a
          >`,
          release.line,
          time(release.madeAt),
          release.decision
            ? verdictName(release.decision.verdict)
            : 'Not judged',
          evidence.length,
        ]),
        empty: 'No release has evidence.',
      }),
  });
}

function releaseBody(
  context: SiteContext,
  one: { release: Release; evidence: Evidence[] },
  path: string,
): Html {
  const { release, evidence } = one;
  const { decision } = release;
  return html`${facts([
      ['Version', exact(release.version)],
      ['Line', release.line],
      ['Made', time(release.madeAt)],
      [
        'Verdict',
        decision
          ? `${verdictName(decision.verdict)}: ${countsWords(decision)}`
          : 'Not judged',
      ],
      ['Judged', time(decision?.judgedAt)],
      ['Policy', code(decision?.policyDigest)],
      ['Decision', code(decision?.id)],
    ])}
    <h2>Documents</h2>
    ${evidenceTable(evidence, path)}
    <p>
      <a
        href="${portalLink(context, {
          release: release.id,
          section: 'evidence',
        })}"
        >Documents of this release in the portal</a
      >
    </p>`;
}

/** Build products and who vouches for their digests. */
export function outputs({ facts: { posture } }: SiteContext): Html {
  return table({
    head: ['Name', 'Digest', 'Who vouches for the digest'],
    rows: posture.outputs.map(output => [
      exact(output.name),
      code(output.digest),
      {
        attested: 'a trusted statement',
        observed: 'this portal read the bytes',
        declared: 'the sender declared it',
      }[output.authority],
    ]),
    empty: 'No build product is known for this release.',
  });
}

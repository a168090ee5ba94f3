import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { address, code, facts, table } from '../elements';
import { exact, Html, html } from '../html';
import { PAGES } from '../paths';
import { Page, SiteContext } from '../types';
import { evidenceTable } from './evidenceTable';
import { evidenceOfKind } from './evidenceOfKind';

const MOST_MATERIALS = 300;

/** Who built what from which source, and what of it is only claimed. */
export function provenancePage(context: SiteContext): Page {
  const { provenance } = context.facts;
  const kinds = ['provenance', 'attestation', 'vsa'] as const;
  return {
    path: PAGES.provenance,
    title: 'Provenance',
    body: html`${evidenceTable(
      evidenceOfKind(context, kinds),
      PAGES.provenance,
    )}
    ${provenance.map(statement)}`,
  };
}

function statement(one: Provenance): Html {
  const materials = one.materials.slice(0, MOST_MATERIALS);
  return html`<h2>Statement</h2>
    ${one.declaredOnly
      ? html`<p>
          Nobody this portal trusts has said this; it is only claimed.
        </p>`
      : undefined}
    ${facts([
      ['Builder', address(one.builderId)],
      ['Build type', address(one.buildType)],
      ['Source', address(one.source?.uri)],
      ['Commit', code(one.source?.commit)],
      ['Ref', code(one.source?.ref)],
      ['Run', address(one.invocationId)],
      ['Started', one.startedOn],
      ['Finished', one.finishedOn],
    ])}
    <h2>Build products it names</h2>
    ${table({
      head: ['Name', 'Digest', 'Release output of the same digest'],
      rows: one.outputs.map(output => [
        exact(output.name),
        digests(output.digests),
        output.matches === 'none' ? 'none' : output.matches,
      ]),
      empty: 'It names none.',
    })}
    <h2>Materials</h2>
    ${table({
      head: ['Material', 'Digest'],
      rows: materials.map(material => [
        address(material.uri ?? material.name),
        digests(material.digests),
      ]),
      empty: 'It names none.',
    })}${materials.length < one.materials.length
      ? html`<p>
          The first ${materials.length} of ${one.materials.length}; the document
          names them all.
        </p>`
      : undefined}`;
}

function digests(all: Record<string, string>): Html {
  return html`${Object.entries(all).map(
    ([algorithm, digest]) => html`${code(`${algorithm}:${digest}`)} `,
  )}`;
}

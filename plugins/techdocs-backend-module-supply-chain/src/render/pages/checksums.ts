import { html } from '../html';
import { PAGES } from '../paths';
import { Page, SiteContext } from '../types';
import { evidenceOfKind } from './evidenceOfKind';
import { evidenceTable } from './evidenceTable';
import { outputs } from './release';

/** What the release's build products are known by. */
export function checksumsPage(context: SiteContext): Page {
  const { facts } = context;
  return {
    path: PAGES.checksums,
    title: 'Checksums',
    search: facts.posture.outputs.map(output => output.digest).join(' '),
    body: html`<h2>Build products of the newest release</h2>
      ${outputs(context)}
      <h2>Checksum files</h2>
      ${evidenceTable(
        evidenceOfKind(context, ['checksums']),
        PAGES.checksums,
      )}`,
  };
}

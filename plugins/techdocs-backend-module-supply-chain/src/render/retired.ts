import { time } from './elements';
import { html } from './html';
import { linkFrom, PAGES } from './paths';
import { Page } from './types';

/**
 * In place of a page that was published once and has nothing to show any more. No
 * publisher deletes for all its readers, so what it showed is written over.
 */
export function retiredPage(path: string, since: string): Page {
  return {
    path,
    title: 'No longer here',
    body: html`<div class="sc-verdict">
        <strong>Removed ${time(since)}</strong>
        <p>What this page showed is no longer kept.</p>
      </div>
      ${path === ''
        ? undefined
        : html`<p>
            <a href="${linkFrom(path, PAGES.overview)}">Overview</a>
          </p>`}`,
  };
}

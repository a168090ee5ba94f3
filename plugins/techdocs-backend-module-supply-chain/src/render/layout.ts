import { Html, html } from './html';
import { linkFrom, PAGES } from './paths';
import { STYLESHEET_PATH } from './stylesheet';
import { Page } from './types';

const TITLES: Record<keyof typeof PAGES, string> = {
  overview: 'Overview',
  release: 'Release',
  sbom: 'SBOM',
  provenance: 'Provenance',
  findings: 'Findings',
  policy: 'Policy',
  checksums: 'Checksums',
  retention: 'Retention and holds',
  releases: 'Releases',
};

/** The whole file of a page. The reader places addons at what is marked as content. */
export function toDocument(page: Page, siteName: string): string {
  const { path, title, body } = page;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} - ${siteName}</title>
        <link rel="stylesheet" href="${linkFrom(path, STYLESHEET_PATH)}" />
      </head>
      <body dir="ltr">
        <div class="md-container" data-md-component="container">
          <main class="md-main" data-md-component="main">
            <div class="sc-page" data-md-component="content">
              ${navigation(path)}
              <article class="sc-article">
                <h1>${title}</h1>
                ${body}
              </article>
            </div>
          </main>
        </div>
      </body>
    </html> `.markup;
}

function navigation(path: string): Html {
  const links = Object.entries(PAGES).map(([name, page]) => {
    const isHere = page === '' ? path === '' : path.startsWith(page);
    return html`<a
      href="${linkFrom(path, page)}"
      ${isHere ? html` aria-current="page"` : undefined}
      >${TITLES[name as keyof typeof PAGES]}</a
    > `;
  });
  return html`<nav class="sc-nav" aria-label="Evidence">${links}</nav>`;
}

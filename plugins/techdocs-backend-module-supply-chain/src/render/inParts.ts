import { html, Html } from './html';
import { linkFrom, partPath } from './paths';
import { Page } from './types';

/** Rows of one page; five thousand take a browser three seconds to open. */
export const ROWS_PER_PAGE = 300;

/**
 * A page whose table may be long, cut into several. The first one carries what is
 * above the table, and search finds that one alone.
 */
export function inParts<Row>(options: {
  path: string;
  /** Where the second and later parts are; default: below the first. */
  partsPath?: string;
  title: string;
  rows: readonly Row[];
  above: Html;
  toTable: (rows: readonly Row[], from: string) => Html;
  search?: string;
}): Page[] {
  const { path, partsPath = path, title, rows, above, toTable } = options;
  const parts = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const pathOf = (part: number) =>
    part === 1 ? path : partPath(partsPath, part);
  return Array.from({ length: parts }, (_, at) => {
    const part = at + 1;
    const from = pathOf(part);
    const shown = rows.slice(at * ROWS_PER_PAGE, part * ROWS_PER_PAGE);
    const links = Array.from({ length: parts }, (__, other) =>
      other === at
        ? html`<span aria-current="page">${part}</span> `
        : html`<a href="${linkFrom(from, pathOf(other + 1))}"
            >${other + 1}</a
          > `,
    );
    const bar =
      parts > 1
        ? html`<nav class="sc-parts" aria-label="Pages">Page ${links}</nav>`
        : undefined;
    return {
      path: from,
      title: part === 1 ? title : `${title}, page ${part} of ${parts}`,
      body: html`${part === 1 ? above : undefined}${bar}${toTable(
        shown,
        from,
      )}${bar}`,
      search: part === 1 ? options.search : undefined,
    };
  });
}

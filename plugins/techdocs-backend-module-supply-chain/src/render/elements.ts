import { exact, Html, html } from './html';

/** A row of a list of facts; rows without a value are left out. */
export type Fact = [name: string, value: Html | string | number | undefined];

/** Names and values. */
export function facts(rows: Fact[]): Html {
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  return html`<table class="sc-facts">
    <tbody>
      ${shown.map(
        ([name, value]) => html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr> `,
      )}
    </tbody>
  </table>`;
}

/** A table, or a sentence where it would be empty. */
export function table(options: {
  head: string[];
  rows: (Html | string | number | undefined)[][];
  empty: string;
}): Html {
  const { head, rows, empty } = options;
  if (rows.length === 0) return html`<p>${empty}</p>`;
  return html`<div class="sc-scroll">
    <table>
      <thead>
        <tr>
          ${head.map(name => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          row => html`<tr>
            ${row.map(cell => html`<td>${cell}</td>`)}
          </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A full digest, or another text to be copied as it is. */
export function code(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<code>${exact(text)}</code>`;
}

/** `2026-11-27 12:04 UTC`: a page that is kept tells no relative times. */
export function time(iso: string | undefined): Html | undefined {
  if (iso === undefined) return undefined;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return html`${iso}`;
  const text = date.toISOString();
  return html`<time datetime="${text}"
    >${text.slice(0, 10)} ${text.slice(11, 16)} UTC</time
  >`;
}

/** A count with its noun. */
export function count(
  number: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** An address out of a document: told, never linked. */
export function address(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<code>${text}</code>`;
}

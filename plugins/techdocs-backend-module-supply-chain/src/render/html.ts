/** Markup that was written here; everything else is text. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

type Value = Html | readonly Html[] | string | number | undefined;

// What acts on, hides or reorders text: controls, bidirectional marks, embeddings
// and isolates, invisible formatting, lone surrogates, tags (Unicode Annex 9).
const ACTIVE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu;

// Linear: the local part is bounded, and each part excludes what ends it
const EMAIL =
  /([\p{L}\p{N}])[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63})/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes what would reorder or hide text visible as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(
    ACTIVE,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** `jane@example.com` becomes `j…@example.com`: pages are kept and copied. */
export function masked(text: string): string {
  return text.replace(EMAIL, '$1…@$2');
}

function escape(text: string): string {
  return visible(text).replace(/[&<>"']/g, character => ENTITIES[character]);
}

/** Text of a name that may hold an @ of its own, such as a package's; nothing is masked. */
export function exact(text: string | undefined): Html {
  return new Html(escape(text ?? ''));
}

function toMarkup(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escape(masked(value));
  return value.map(part => part.markup).join('');
}

/** The only way to make markup: every value that is not markup is escaped and masked. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    strings.reduce(
      (markup, part, at) => markup + part + toMarkup(values[at]),
      '',
    ),
  );
}

/**
 * Characters that would act on a terminal or reorder what is read: C0 and C1
 * controls, DEL, line separators, bidirectional and invisible formatting, lone
 * surrogates.
 */
const ACTIVE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu;

/** Makes text from a document or a server safe to print: what is active is shown as `\u{…}`. */
export function escapeTerminal(text: string): string {
  return text.replace(
    ACTIVE,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** The same for JSON: still the same value for a parser, inert on a terminal. */
export function escapeJson(json: string): string {
  return json.replace(ACTIVE, character =>
    character === '\n'
      ? character
      : Array.from(
          { length: character.length },
          (_, index) =>
            `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
}

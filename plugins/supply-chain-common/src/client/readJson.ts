// Characters that reorder or hide what stands around them: bidirectional marks,
// embeddings, overrides and isolates (Unicode Standard Annex 9, section 2).
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function visible(text: string): string {
  return text.replace(
    REORDERING,
    character => `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
}

/**
 * The body of an answer. Texts come from documents that strangers wrote, so what
 * would reorder a page is shown as an escape in every one of them.
 *
 * @internal
 */
export async function readJson(response: Response): Promise<unknown> {
  return JSON.parse(await response.text(), (_key, value) =>
    typeof value === 'string' ? visible(value) : value,
  );
}

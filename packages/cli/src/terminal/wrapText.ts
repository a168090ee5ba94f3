// Wide scripts and emoji take two columns, marks none. Near enough for wrapping;
// a terminal that counts otherwise wraps once more by itself.
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const MARK = /\p{M}/u;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (MARK.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/**
 * Breaks a line between words, later lines indented. Words that are too long for a
 * line, such as links and digests, stay whole so that they can be copied.
 */
export function wrapText(
  text: string,
  options: { columns?: number; indent?: string } = {},
): string[] {
  const { columns, indent = '' } = options;
  if (!columns || widthOf(text) <= columns) return [text];
  const lead = /^ */.exec(text)![0];
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    const start = lines.length === 0 ? lead : lead + indent;
    const longer = line ? `${line} ${word}` : `${start}${word}`;
    if (line && widthOf(longer) > columns) {
      lines.push(line);
      line = `${lead}${indent}${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

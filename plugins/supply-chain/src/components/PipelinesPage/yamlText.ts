/**
 * A text as a YAML scalar that is a text, however strange: ids stay no numbers, and
 * what a stranger's claim holds can neither end the line nor reorder it.
 */
export function yamlText(text: string): string {
  if (/^https?:\/\/[\w./-]+(?::\d+)?[\w./-]*$/.test(text)) return text;
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(/[^\x20-\x7e]/gu, character => {
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 4
      ? `\\U${code.padStart(8, '0')}`
      : `\\u${code.padStart(4, '0')}`;
  });
}

/** What Markdown would take for markup, in a text that is none (CommonMark 2.4). */
const ACTIVE = /[\\`*_{}[\]()<>#+\-.!|~&]/g;

/** A link for an incident playbook: text of a document stays text. */
export function markdownReference(text: string, url: string): string {
  const escaped = text
    .replace(/\s+/g, ' ')
    .replace(ACTIVE, character => `\\${character}`);
  const address = url.replace(
    /[()<>\s]/g,
    character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${escaped}](${address})`;
}

import { parseChecksumLine } from './parseChecksumLine';

/** Whether the first line that says something is one of a checksums file. @internal */
export function looksLikeChecksums(text: string): boolean {
  for (const raw of text.slice(0, 65_536).split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    return parseChecksumLine(line) !== undefined;
  }
  return false;
}

import { Defect } from '../../model/Defect';
import { ChecksumsDocument } from '../../model/ReadDocument';
import { parseChecksumLine } from './parseChecksumLine';

const MAX_ENTRIES = 100_000;
const WEAK = new Set(['md5', 'sha1']);

/**
 * Reads a checksums file. A line that is none is a defect and reading goes on; so is
 * a name that is given two digests of one algorithm.
 *
 * @internal
 */
export function readChecksums(text: string): {
  document: ChecksumsDocument;
  defects: Defect[];
} {
  const entries: ChecksumsDocument['entries'] = [];
  const defects: Defect[] = [];
  const seen = new Map<string, string>();

  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    if (content.trim() === '' || content.startsWith('#')) continue;
    const parsed = parseChecksumLine(content.trimEnd());
    if (!parsed) {
      defects.push({
        code: 'not-a-checksum',
        message: 'The line is not a checksum in GNU or BSD form.',
        line,
        level: 'error',
      });
      continue;
    }
    if (entries.length === MAX_ENTRIES) {
      defects.push({
        code: 'too-many-entries',
        message: `Only the first ${MAX_ENTRIES} checksums are read.`,
        line,
        level: 'error',
      });
      break;
    }
    const key = `${parsed.algorithm} ${parsed.name ?? ''}`;
    const before = parsed.name === undefined ? undefined : seen.get(key);
    if (before !== undefined && before !== parsed.digest) {
      defects.push({
        code: 'two-digests',
        message: `'${parsed.name}' is given two ${parsed.algorithm} digests.`,
        line,
        level: 'error',
      });
    }
    seen.set(key, parsed.digest);
    entries.push({ ...parsed, line, weak: WEAK.has(parsed.algorithm) });
  }

  if (entries.length === 0) {
    defects.push({
      code: 'no-checksums',
      message: 'The file has no checksum.',
      level: 'error',
    });
  }
  return { document: { kind: 'checksums', entries }, defects };
}

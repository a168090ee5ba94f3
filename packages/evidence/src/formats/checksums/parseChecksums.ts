import { Defect } from '../../model/Defect';
import { ChecksumsDocument } from '../../model/ReadDocument';

type Entry = ChecksumsDocument['entries'][number];

/** What the length of a digest says where the file does not. */
const BY_LENGTH: { [length: number]: string } = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

const GNU = /^(\\?)([0-9a-fA-F]{32,128}) [ *](.+)$/;
const BSD =
  /^(\\?)(MD5|SHA1|SHA224|SHA256|SHA384|SHA512) \((.+)\) = ([0-9a-fA-F]{32,128})$/;
const BARE = /^[0-9a-fA-F]{32,128}$/;

/** Whether the first line that says something is one of a checksums file. @internal */
export function looksLikeChecksums(text: string): boolean {
  for (const raw of text.slice(0, 65_536).split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    return entryOf(line, 1) !== undefined;
  }
  return false;
}

/** Reads GNU, BSD and bare digest lines; other lines are located defects. @internal */
export function parseChecksums(text: string): {
  document: ChecksumsDocument;
  defects: Defect[];
} {
  const entries: Entry[] = [];
  const defects: Defect[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.replace(/\r$/, '').trimEnd();
    if (content === '' || content.startsWith('#')) continue;
    const entry = entryOf(content, index + 1);
    if (entry) entries.push(entry);
    else {
      defects.push({
        code: 'checksum-line',
        message: 'The line is no digest with a name.',
        line: index + 1,
        level: 'error',
      });
    }
  }
  return { document: { kind: 'checksums', entries }, defects };
}

function entryOf(content: string, line: number): Entry | undefined {
  const gnu = GNU.exec(content);
  if (gnu) return makeEntry(line, gnu[2], unescapeName(gnu[1], gnu[3]));
  const bsd = BSD.exec(content);
  if (bsd) {
    const entry = makeEntry(line, bsd[4], unescapeName(bsd[1], bsd[3]));
    // A digest of another length than its algorithm has is a fault.
    return entry?.algorithm === bsd[2].toLowerCase() ? entry : undefined;
  }
  return BARE.test(content) ? makeEntry(line, content) : undefined;
}

function makeEntry(
  line: number,
  digest: string,
  name?: string,
): Entry | undefined {
  const algorithm = BY_LENGTH[digest.length];
  return (
    (algorithm && {
      name,
      algorithm,
      digest: digest.toLowerCase(),
      line,
      weak: algorithm === 'md5' || algorithm === 'sha1',
    }) ||
    undefined
  );
}

/** coreutils marks a line whose name has escapes by a leading backslash. */
function unescapeName(mark: string, name: string): string {
  if (!mark) return name;
  return name.replace(/\\([\\nr])/g, (_, kind) =>
    kind === 'n' ? '\n' : kind === 'r' ? '\r' : '\\',
  );
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText } from '../../recognise/decodeText';
import { readChecksums } from './readChecksums';

const EMPTY_SHA256 =
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const EMPTY_MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

const hasCoreutils = (() => {
  try {
    execFileSync('sha256sum', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('readChecksums', () => {
  it('reads GNU lines in text and binary mode, and BSD lines', () => {
    const { document, defects } = readChecksums(
      [
        `${EMPTY_SHA256}  dist/a.tgz`,
        `${EMPTY_SHA256.toUpperCase()} *b.tgz`,
        `SHA256 (c (1).tgz) = ${EMPTY_SHA256}`,
        `MD5 (d) = ${EMPTY_MD5}`,
        '',
      ].join('\r\n'),
    );
    expect(defects).toEqual([]);
    expect(
      document.entries.map(e => [
        e.name,
        e.algorithm,
        e.digest,
        e.line,
        e.weak,
      ]),
    ).toEqual([
      ['dist/a.tgz', 'sha256', EMPTY_SHA256, 1, false],
      ['b.tgz', 'sha256', EMPTY_SHA256, 2, false],
      ['c (1).tgz', 'sha256', EMPTY_SHA256, 3, false],
      ['d', 'md5', EMPTY_MD5, 4, true],
    ]);
  });

  it('reads a bare digest and UTF-16 text', () => {
    const text = `${EMPTY_SHA256}\r\n`;
    for (const bytes of [
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      expect(readChecksums(decodeText(bytes)!).document.entries).toEqual([
        { algorithm: 'sha256', digest: EMPTY_SHA256, line: 1, weak: false },
      ]);
    }
  });

  it('names the line that is no checksum, and reads on', () => {
    const { document, defects } = readChecksums(
      `# made by hand\nnot a checksum\n${EMPTY_SHA256}  a\n${EMPTY_SHA256.slice(
        1,
      )}  short\n`,
    );
    expect(defects.map(d => [d.code, d.line])).toEqual([
      ['not-a-checksum', 2],
      ['not-a-checksum', 4],
    ]);
    expect(document.entries).toHaveLength(1);
  });

  it('finds a name with two digests, and a stated algorithm that cannot be', () => {
    const other = EMPTY_SHA256.replace('e3', 'f3');
    expect(
      readChecksums(`${EMPTY_SHA256}  a\n${other}  a\n`).defects,
    ).toMatchObject([{ code: 'two-digests', line: 2 }]);
    expect(
      readChecksums(`SHA512 (a) = ${EMPTY_SHA256}`).defects.map(d => d.code),
    ).toEqual(['not-a-checksum', 'no-checksums']);
  });

  it('agrees with coreutils on escaped names', () => {
    const names = ['line\nbreak', 'back\\slash', 'plain'];
    const { document, defects } = readChecksums(escapedByCoreutils(names));
    expect(defects).toEqual([]);
    expect(document.entries.map(e => e.name)).toEqual(names);
  });
});

// What `sha256sum` of GNU coreutils writes for empty files; asked again where it is
// installed.
function escapedByCoreutils(names: string[]): string {
  const recorded = [
    `\\${EMPTY_SHA256}  line\\nbreak`,
    `\\${EMPTY_SHA256}  back\\\\slash`,
    `${EMPTY_SHA256}  plain`,
    '',
  ].join('\n');
  if (!hasCoreutils) return recorded;
  const folder = mkdtempSync(join(tmpdir(), 'checksums-'));
  try {
    for (const name of names) writeFileSync(join(folder, name), '');
    const text = execFileSync('sha256sum', names, {
      cwd: folder,
      encoding: 'utf8',
    });
    return text;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

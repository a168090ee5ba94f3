/** One line of a checksums file. @internal */
export interface ChecksumLine {
  algorithm: string;
  digest: string;
  name?: string;
}

const GNU = /^(\\?)([0-9a-fA-F]{32,128}) [ *](.+)$/;
const BSD = /^(\\?)([A-Za-z0-9-]{2,16}) ?\((.+)\) ?= ?([0-9a-fA-F]{32,128})$/;
const BARE = /^[0-9a-fA-F]{32,128}$/;

// Hex length to algorithm, as coreutils and the common tools write them.
const BY_LENGTH: { [length: number]: string } = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

/**
 * Reads a line in GNU, BSD or bare form; `undefined` when it is none of them, or
 * when its length fits no algorithm.
 *
 * Source: GNU coreutils manual, "cksum output modes".
 *
 * @internal
 */
export function parseChecksumLine(line: string): ChecksumLine | undefined {
  const gnu = GNU.exec(line);
  if (gnu) return entry(undefined, gnu[2], nameOf(gnu[1], gnu[3]));
  const bsd = BSD.exec(line);
  if (bsd) return entry(bsd[2], bsd[4], nameOf(bsd[1], bsd[3]));
  return BARE.test(line) ? entry(undefined, line, undefined) : undefined;
}

function entry(
  stated: string | undefined,
  digest: string,
  name: string | undefined,
): ChecksumLine | undefined {
  const byLength = BY_LENGTH[digest.length];
  if (!byLength) return undefined;
  const algorithm = stated ? normalise(stated) : byLength;
  // BLAKE2 and SHA-3 share lengths with SHA-2; a stated SHA-2 must fit its length.
  if (isSized(algorithm) && algorithm !== byLength) return undefined;
  return { algorithm, digest: digest.toLocaleLowerCase('en-US'), name };
}

function normalise(algorithm: string): string {
  const lower = algorithm.toLocaleLowerCase('en-US');
  return lower.replace(/^sha-?(1|224|256|384|512)$/, 'sha$1');
}

function isSized(algorithm: string): boolean {
  return Object.values(BY_LENGTH).includes(algorithm);
}

// A leading backslash on the line says that the name is escaped.
function nameOf(escaped: string, name: string): string {
  if (!escaped) return name;
  return name.replace(/\\([\\nr])/g, (_match, letter: string) => {
    if (letter === 'n') return '\n';
    return letter === 'r' ? '\r' : '\\';
  });
}

const BLOCK = 512;

/**
 * The regular files of an uncompressed tar archive, by name without leading slash.
 *
 * Our own thirty lines, because a bundle is a few regular files that are read into
 * memory: an archive library would bring paths, links, modes and extraction, all of
 * which we would then have to forbid. Anything else than a regular file is skipped;
 * names longer than 100 characters (pax, GNU) are not needed for what we look for.
 *
 * Source: POSIX.1-1988 ustar.
 */
export function readTar(archive: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const name = text(archive, at, 100).replace(/^\/+/, '');
    const size = parseInt(text(archive, at + 124, 12).trim() || '0', 8);
    const type = text(archive, at + 156, 1);
    const start = at + BLOCK;
    if (!(size >= 0) || start + size > archive.length) {
      throw new Error(`the archive ends within '${name}'`);
    }
    if (type === '0' || type === '') {
      files.set(name, archive.subarray(start, start + size));
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(archive: Uint8Array, at: number, length: number): string {
  const field = Buffer.from(archive.buffer, archive.byteOffset + at, length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

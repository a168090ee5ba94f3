import { posix } from 'node:path';

/**
 * Which files belong to which of the folders: those in it and below it, as far as
 * no folder of its own is nearer. Paths are from that folder; `.` is the root.
 */
export function filesByFolder(
  files: string[],
  folders: string[],
): Map<string, string[]> {
  const owned = new Map(folders.map(folder => [folder, [] as string[]]));
  for (const file of files) {
    let folder = posix.dirname(file);
    while (!owned.has(folder) && folder !== '.') folder = posix.dirname(folder);
    owned.get(folder)?.push(posix.relative(folder, file));
  }
  return owned;
}

/**
 * Whether everybody who reads the path below a prefix of TechDocs finds the same
 * namespace, kind and name in it. Publishers decode it as a whole and resolve `..` and
 * `//`, after the router has taken the three from it as they were written.
 */
export function isPlainPath(path: string): boolean {
  let read: string[];
  try {
    read = decodeURIComponent(path).split(/[\\/]/).slice(1);
  } catch {
    return false;
  }
  const written = path.split('/').slice(1, 4);
  return (
    read.every(segment => segment !== '.' && segment !== '..') &&
    written.every(
      (segment, at) =>
        segment !== '' && decodeURIComponent(segment) === read[at],
    )
  );
}

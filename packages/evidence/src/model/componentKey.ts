/**
 * The identity of a package that has no purl: `type:name`, escaped so that no two
 * packages have one. With a version: `type:name@version`.
 *
 * @internal
 */
export function plainKey(type: string, name: string, version?: string): string {
  const key = `${escapeMarks(type)}:${escapeMarks(name)}`;
  return version ? `${key}@${version}` : key;
}

function escapeMarks(text: string): string {
  return text.replace(/[%:@]/g, mark => encodeURIComponent(mark));
}

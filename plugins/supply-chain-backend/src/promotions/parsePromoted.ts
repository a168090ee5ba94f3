/** `<stage>=<version>`, several separated by commas; what is neither is left out. */
export function parsePromoted(
  annotation: string | undefined,
): { stage: string; version: string }[] {
  return (annotation ?? '').split(',').flatMap(part => {
    const at = part.indexOf('=');
    const stage = part.slice(0, at).trim();
    const version = part.slice(at + 1).trim();
    return at > 0 && version ? [{ stage, version }] : [];
  });
}

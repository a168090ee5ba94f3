import { matchesGlob } from '../globs';

/** Entity refs are compared without case, as the catalog does. */
export function matchesEntity(globs: readonly string[], ref: string): boolean {
  const name = ref.toLowerCase();
  return globs.some(glob => matchesGlob(glob.toLowerCase(), name));
}

/**
 * Whether the whole text is what a glob of `*` (any characters, `/` included) and `?`
 * (one character) says; case counts. Two pointers and one point to come back to: at
 * worst pattern × text steps, never the exponential ones of a backtracking RegExp,
 * because patterns and texts may both come from strangers.
 *
 * @public
 */
export function matchesGlob(glob: string, text: string): boolean {
  let at = 0;
  let inGlob = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (glob[inGlob] === '*') {
      star = inGlob;
      resume = at;
      inGlob += 1;
    } else if (glob[inGlob] === '?' || glob[inGlob] === text[at]) {
      inGlob += 1;
      at += 1;
    } else if (star >= 0) {
      inGlob = star + 1;
      resume += 1;
      at = resume;
    } else {
      return false;
    }
  }
  while (glob[inGlob] === '*') inGlob += 1;
  return inGlob === glob.length;
}

/** Whether one of the globs matches. @public */
export function matchesAnyGlob(
  globs: readonly string[],
  text: string,
): boolean {
  return globs.some(glob => matchesGlob(glob, text));
}

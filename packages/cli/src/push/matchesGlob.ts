import { matchesGlob as matchesName } from '@hotpass/supply-chain-evidence';

/**
 * Whether a path with `/` matches: `*` and `?` within a folder, `**` for any number
 * of folders. No RegExp, so that no pattern takes exponential time; names that start
 * with a dot are matched only by a pattern that writes the dot.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const patterns = glob.replace(/^\.\//, '').split('/');
  const names = path.split('/');
  // reached[n]: the patterns so far match the first n names
  let reached = names.map(() => false);
  reached = [true, ...reached];
  for (const pattern of patterns) {
    const next = reached.map(() => false);
    for (let n = 0; n <= names.length; n++) {
      if (pattern === '**') {
        const grows = n > 0 && next[n - 1] && !names[n - 1].startsWith('.');
        next[n] = reached[n] || grows;
      } else if (n > 0 && reached[n - 1]) {
        const name = names[n - 1];
        const hidden = name.startsWith('.') && !pattern.startsWith('.');
        next[n] = !hidden && matchesName(pattern, name);
      }
    }
    reached = next;
  }
  return reached[names.length];
}

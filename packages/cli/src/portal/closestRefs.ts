import { parseEntityRef } from '@backstage/catalog-model';

/** Levenshtein distance, given up once it is sure to be more than `most`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + same,
        ),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[other.length];
}

/**
 * At most three of the refs that could have been meant: a few letters apart, or the
 * same name in another namespace or of another kind. Nearest first.
 */
export function closestRefs(wanted: string, refs: readonly string[]): string[] {
  const { name } = parseEntityRef(wanted);
  const most = Math.max(2, Math.floor(name.length / 3));
  return [...new Set(refs)]
    .filter(ref => ref !== wanted)
    .map(ref => ({
      ref,
      distance:
        parseEntityRef(ref).name === name ? 0 : editDistance(wanted, ref, most),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.ref < b.ref ? -1 : 1))
    .slice(0, 3)
    .map(({ ref }) => ref);
}

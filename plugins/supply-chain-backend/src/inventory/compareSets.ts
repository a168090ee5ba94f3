/** Ascending union of ascending lists. */
export function uniteIds(sets: readonly number[][]): number[] {
  if (sets.length === 1) return sets[0];
  return [...new Set(sets.flat())].sort((a, b) => a - b);
}

/** What is only in one of two ascending lists, in one pass. */
export function compareIds(
  base: readonly number[],
  target: readonly number[],
): { onlyBase: number[]; onlyTarget: number[] } {
  const onlyBase: number[] = [];
  const onlyTarget: number[] = [];
  let b = 0;
  let t = 0;
  while (b < base.length || t < target.length) {
    if (t === target.length || base[b] < target[t]) {
      onlyBase.push(base[b++]);
    } else if (b === base.length || base[b] > target[t]) {
      onlyTarget.push(target[t++]);
    } else {
      b++;
      t++;
    }
  }
  return { onlyBase, onlyTarget };
}

/**
 * Pairs what went with what came of the same package: a pair is an update. Of
 * several versions of one package only as many pair as are on both sides.
 */
export function pairUpdates<T>(
  removed: readonly T[],
  added: readonly T[],
  packageOf: (item: T) => unknown,
): { removed: T[]; added: T[]; updated: { from: T; to: T }[] } {
  const waiting = new Map<unknown, T[]>();
  for (const item of removed) {
    const key = packageOf(item);
    waiting.set(key, [...(waiting.get(key) ?? []), item]);
  }
  const updated: { from: T; to: T }[] = [];
  const cameOnly: T[] = [];
  for (const to of added) {
    const from = waiting.get(packageOf(to))?.shift();
    if (from === undefined) cameOnly.push(to);
    else updated.push({ from, to });
  }
  return { removed: [...waiting.values()].flat(), added: cameOnly, updated };
}

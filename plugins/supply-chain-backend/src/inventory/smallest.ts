/** The `count` smallest of distinct texts, ascending; cheaper than to sort them all. */
export function smallest(texts: Iterable<string>, count: number): string[] {
  const best: string[] = [];
  for (const text of texts) {
    if (best.length === count && text > best[count - 1]) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (best[middle] < text) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, text);
    if (best.length > count) best.pop();
  }
  return best;
}

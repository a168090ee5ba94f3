const LEAST = 100;

/**
 * The refs and as many of the others as make the next of 100, 200, 400, …: how long
 * it takes to ask who may be read must not tell whether an entity that may not be
 * read is among them.
 */
export function evenly(
  refs: ReadonlySet<string>,
  others: Iterable<string>,
): string[] {
  let size = LEAST;
  while (size < refs.size) size *= 2;
  const added = new Set<string>();
  for (const ref of others) {
    if (refs.size + added.size >= size) break;
    if (!refs.has(ref)) added.add(ref);
  }
  return [...refs, ...added];
}

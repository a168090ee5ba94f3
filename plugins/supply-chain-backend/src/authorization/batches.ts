// The receiving routers refuse JSON bodies above 100 kB
const MAX_BYTES = 80_000;

/** Cuts refs so that a body with `overhead` bytes beside each ref stays small enough. */
export function batches(
  entityRefs: readonly string[],
  overhead: number,
): string[][] {
  const cut: string[][] = [];
  let bytes = Infinity;
  for (const ref of entityRefs) {
    const size = Buffer.byteLength(ref) + overhead;
    if (bytes + size > MAX_BYTES) {
      cut.push([]);
      bytes = 0;
    }
    cut[cut.length - 1].push(ref);
    bytes += size;
  }
  return cut;
}

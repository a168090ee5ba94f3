import { arrayAt, stringAt, stringsAt, valueAt } from '../../json';
import type { SbomDocument } from '../../model/Sbom';

/**
 * `dependencies[]` as positions. References that lead nowhere are left out (they
 * are warnings), repeated entries of one reference are united. Loops stay: it is
 * a graph.
 *
 * @internal
 */
export function readGraph(
  document: unknown,
  positions: ReadonlyMap<string, number>,
): SbomDocument['graph'] {
  if (!Array.isArray(valueAt(document, 'dependencies'))) return undefined;
  const edges = new Map<number, Set<number>>();
  for (const entry of arrayAt(document, 'dependencies')) {
    const from = positions.get(stringAt(entry, 'ref') ?? '');
    if (from === undefined) continue;
    const to = edges.get(from) ?? new Set<number>();
    edges.set(from, to);
    for (const ref of stringsAt(entry, 'dependsOn')) {
      const position = positions.get(ref);
      if (position !== undefined) to.add(position);
    }
  }
  return [...edges].map(([from, to]) => ({ from, to: [...to] }));
}

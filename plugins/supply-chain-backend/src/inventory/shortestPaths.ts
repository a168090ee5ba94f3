import { DocumentFragment } from '@hotpass/supply-chain-evidence';

const ROOT = -1;

/**
 * Who pulls a component in: for each direct dependent, nearest to the root first,
 * one shortest path from the root through it. Names from the root to the
 * component; none where the document has no graph or does not reach it.
 */
export function shortestPaths(
  fragment: DocumentFragment,
  key: string,
  most: number,
): string[][] {
  const { components, graph } = fragment;
  if (!components || !graph) return [];
  const targets = new Set<number>();
  components.key.forEach((other, at) => {
    if (other === key) targets.add(at);
  });
  if (!targets.size) return [];
  const paths: string[][] = [];
  const { parent, distance } = walk(graph);
  const dependents = graph.flatMap(([from, ...to]) =>
    distance.has(from) && !targets.has(from)
      ? to.filter(at => targets.has(at)).map(target => ({ from, target }))
      : [],
  );
  dependents.sort(
    (a, b) =>
      (distance.get(a.from) as number) - (distance.get(b.from) as number) ||
      a.from - b.from,
  );
  const seen = new Set<string>();
  for (const { from, target } of dependents) {
    const chain = [target];
    for (let at: number | undefined = from; at !== undefined; ) {
      chain.unshift(at);
      at = at === ROOT ? undefined : parent.get(at);
    }
    // through the component itself is no other way to it
    if (chain.slice(0, -1).some(at => targets.has(at))) continue;
    const path = chain.map(at => nameOf(fragment, at));
    const text = JSON.stringify(path);
    if (seen.has(text)) continue;
    seen.add(text);
    paths.push(path);
    if (paths.length === most) break;
  }
  return paths;
}

/** Breadth first from the root: the nearest parent and the distance of each node. */
function walk(graph: number[][]) {
  const edges = new Map<number, number[]>();
  for (const [from, ...to] of graph) {
    edges.set(from, [...(edges.get(from) ?? []), ...to]);
  }
  const parent = new Map<number, number>();
  const distance = new Map<number, number>([[ROOT, 0]]);
  const queue = [ROOT];
  for (const at of queue) {
    for (const next of edges.get(at) ?? []) {
      if (distance.has(next)) continue;
      distance.set(next, (distance.get(at) as number) + 1);
      parent.set(next, at);
      queue.push(next);
    }
  }
  return { parent, distance };
}

function nameOf(fragment: DocumentFragment, at: number): string {
  if (at === ROOT) return fragment.header?.root?.name ?? 'root';
  return fragment.components?.name[at] ?? '';
}

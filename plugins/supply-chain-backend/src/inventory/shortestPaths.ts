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
  return findPathsIn(fragment)(key, most);
}

/** The same for many components: the graph is walked once, however many are asked. */
export function findPathsIn(
  fragment: DocumentFragment,
): (key: string, most: number) => string[][] {
  const { components, graph } = fragment;
  if (!components || !graph) return () => [];
  const { parent, distance } = walk(graph);
  const positions = grouped(components.key.map((key, at) => [key, at]));
  const dependents = grouped(
    graph.flatMap(([from, ...to]) =>
      distance.has(from) ? to.map(at => [at, from] as const) : [],
    ),
  );
  return (key, most) => {
    const targets = new Set(positions.get(key));
    const ways = [...targets].flatMap(target =>
      (dependents.get(target) ?? [])
        .filter(from => !targets.has(from))
        .map(from => ({ from, target })),
    );
    ways.sort(
      (a, b) =>
        (distance.get(a.from) as number) - (distance.get(b.from) as number) ||
        a.from - b.from,
    );
    const paths = new Map<string, string[]>();
    for (const { from, target } of ways) {
      const chain = [target];
      for (let at: number | undefined = from; at !== undefined; ) {
        chain.push(at);
        at = at === ROOT ? undefined : parent.get(at);
      }
      // through the component itself is no other way to it
      if (chain.slice(1).some(at => targets.has(at))) continue;
      const path = chain.reverse().map(at => nameOf(fragment, at));
      paths.set(JSON.stringify(path), path);
      if (paths.size >= most) break;
    }
    return [...paths.values()];
  };
}

function grouped<K>(pairs: (readonly [K, number])[]): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
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

import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { shortestPaths } from './shortestPaths';

function fragmentOf(names: string[], graph?: number[][]): DocumentFragment {
  return {
    header: { root: { name: 'app' } },
    components: { key: names, name: names },
    graph,
  } as unknown as DocumentFragment;
}

describe('shortestPaths', () => {
  const names = ['a', 'b', 'c', 'target', 'far'];

  it('gives one shortest path through each dependent, nearest first', () => {
    const fragment = fragmentOf(names, [
      [-1, 0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [4, 3],
    ]);
    expect(shortestPaths(fragment, 'target', 5)).toEqual([
      ['app', 'b', 'target'],
      ['app', 'a', 'c', 'target'],
    ]);
    expect(shortestPaths(fragment, 'target', 1)).toHaveLength(1);
  });

  it('survives cycles and says nothing of what the root does not reach', () => {
    const cyclic = fragmentOf(names, [
      [-1, 0],
      [0, 3],
      [3, 1],
      [1, 0, 3],
    ]);
    expect(shortestPaths(cyclic, 'target', 5)).toEqual([
      ['app', 'a', 'target'],
    ]);
    expect(shortestPaths(cyclic, 'far', 5)).toEqual([]);
    expect(shortestPaths(cyclic, 'no such', 5)).toEqual([]);
    expect(shortestPaths(fragmentOf(names), 'target', 5)).toEqual([]);
  });
});

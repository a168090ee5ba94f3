import { bomBytes, spread } from '../bom.mjs';
import { createPortfolio } from '../portfolio.mjs';
import { createUniverse } from '../universe.mjs';

let universe;

/** The packages that every row draws from. */
export function world() {
  universe ??= createUniverse({ seed: 1 });
  return universe;
}

/** A document of `count` components; above 10,000 indented and rich, over 100 MB at 50,000. */
export function document(count) {
  const large = count > 10_000;
  return bomBytes(world(), spread(world(), count), {
    name: `bench-${count}`,
    pretty: large,
    rich: large,
  });
}

/**
 * Component sets of successive releases of one entity, of `size` components each,
 * give or take the drift.
 */
export function releases(size, count) {
  const portfolio = createPortfolio(world(), {
    min: size,
    max: size,
    releases: count,
  });
  return [...portfolio.releasesOf(3, count)];
}

import { random } from './random.mjs';

const BUMPED = 0.04;
const DROPPED = 0.007;
const ADDED = 0.01;
const MAIN_TYPE = [
  ['npm', 0.58],
  ['maven', 0.78],
  ['pypi', 0.9],
  ['golang', 0.95],
  ['deb', 1],
];

function mainTypeOf(seed, stack) {
  const draw = random(seed, 'stack type', stack).next();
  return MAIN_TYPE.find(([, upTo]) => draw < upTo)[0];
}

/**
 * Entities and their releases as sorted sets of component versions; no JSON.
 *
 * An entity belongs to one of `stacks` technology stacks, shares the core packages
 * of that stack and adds draws of its own. From one release to the next 4 % of the
 * packages move to a newer version, 1 % are added and 0.7 % dropped.
 */
export function createPortfolio(
  universe,
  {
    entities = 1000,
    releases = 10,
    min = 500,
    max = 2500,
    stacks = 60,
    core = 500,
  } = {},
) {
  const { seed } = universe;
  const cores = Array.from({ length: stacks }, (_, stack) => {
    const generator = random(seed, 'core', stack);
    const type = mainTypeOf(seed, stack);
    const chosen = new Set();
    const size = Math.min(core, universe.byType[type].length >> 1);
    while (chosen.size < size) chosen.add(universe.draw(type, generator));
    return [...chosen];
  });

  function* releasesOf(entity, count = releases) {
    const generator = random(seed, 'entity', entity);
    // low stacks have more entities
    const stack = Math.floor(generator.next() ** 2 * stacks);
    const type = mainTypeOf(seed, stack);
    const size = Math.min(
      min + generator.below(max - min + 1),
      Math.floor(universe.byType[type].length * 0.8),
    );
    const versions = new Map();
    function choose(number, release) {
      const { versionCount } = universe.packages[number];
      const age = 0.3 + (0.7 * (release + 1)) / Math.max(releases, 10);
      const lag = -Math.log(1 - generator.next()) * versionCount * 0.15;
      const step = Math.round((versionCount - 1) * age - lag);
      return (
        universe.firstVersion[number] +
        Math.max(0, Math.min(versionCount - 1, step))
      );
    }
    function add(release) {
      const other = generator.next();
      const from =
        other < 0.93
          ? type
          : other < 0.96
          ? 'npm'
          : other < 0.98
          ? 'deb'
          : 'pypi';
      const number = universe.draw(from, generator);
      if (!versions.has(number)) versions.set(number, choose(number, release));
    }
    for (const number of cores[stack]) {
      if (versions.size < size * 0.6 && generator.chance(0.85)) {
        versions.set(number, choose(number, 0));
      }
    }
    while (versions.size < size) add(0);
    for (let release = 0; release < count; release++) {
      if (release > 0) {
        for (const [number, version] of [...versions]) {
          const fate = generator.next();
          if (fate < BUMPED) {
            versions.set(number, Math.max(version, choose(number, release)));
          } else if (fate < BUMPED + DROPPED) versions.delete(number);
        }
        for (let i = Math.round(size * ADDED); i > 0; i--) add(release);
      }
      yield Uint32Array.from(versions.values()).sort();
    }
  }
  return {
    entities,
    releases,
    releasesOf,
    nameOf: entity => `svc-${String(entity).padStart(5, '0')}`,
  };
}

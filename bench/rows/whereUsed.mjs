import { random } from '../random.mjs';
import { engines, openDatabase } from '../lib/database.mjs';
import { quantile } from '../lib/measure.mjs';
import { populate } from '../lib/populate.mjs';
import { backend } from '../lib/sources.mjs';
import { world } from '../lib/world.mjs';

const QUERIES = 500;
const POPULAR = 200;

/** Design section 11: who uses this package, over every live component. */
export const whereUsed = {
  name: 'where-used',
  title:
    'first page of the entities that use a package (--occurrences, --full for 10 M)',
  async run({ occurrences }) {
    const measures = [];
    for (const engine of engines) {
      const opened = await openDatabase(engine);
      try {
        measures.push(...(await measure(opened, occurrences)));
      } finally {
        await opened.close();
      }
    }
    return measures;
  },
};

async function measure(opened, occurrences) {
  const { DefaultInventoryService } = backend(
    'inventory/DefaultInventoryService.ts',
  );
  const universe = world();
  const filled = await populate(opened, occurrences);
  const inventory = new DefaultInventoryService({ database: opened.knex });
  const everything = { visible: async refs => new Set(refs) };
  const time = async purls => {
    const times = [];
    for (const purl of purls) {
      const began = performance.now();
      const page = await inventory.listWhereUsed(everything, {
        purl,
        limit: 50,
      });
      times.push(performance.now() - began);
      if (!page.items.length) throw new Error(`nothing uses ${purl}`);
    }
    return times;
  };
  const asked = random(1, 'where-used');
  const components = [...filled.uses.keys()];
  const chosen = Array.from({ length: QUERIES }, () => asked.pick(components));
  const popular = components
    .sort((a, b) => filled.uses.get(b).length - filled.uses.get(a).length)
    .slice(0, POPULAR);
  const key = id => universe.packageKey(id);
  const list = {
    'one version': await time(chosen.map(universe.purl)),
    'any version': await time(chosen.map(key)),
    'any version of the most used': await time(popular.map(key)),
  };
  const note = `${filled.occurrences} live components of ${filled.entities} entities`;
  return Object.entries(list).flatMap(([name, times]) => [
    {
      label: `${opened.engine}: ${name}, p99`,
      value: quantile(times, 0.99),
      unit: 'ms',
      first: 10,
      goal: 5,
      note,
    },
    {
      label: `${opened.engine}: ${name}, p50`,
      value: quantile(times, 0.5),
      unit: 'ms',
    },
  ]);
}

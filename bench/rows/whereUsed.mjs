import { random } from '../random.mjs';
import { openDatabase } from '../lib/database.mjs';
import { quantile } from '../lib/measure.mjs';
import { populate } from '../lib/populate.mjs';
import { backend } from '../lib/sources.mjs';
import { world } from '../lib/world.mjs';

const QUERIES = 500;

/** Design section 11: who uses this package, over every live component. */
export const whereUsed = {
  name: 'where-used',
  title:
    'first page of the entities that use a package (--occurrences, --full for 10 M)',
  async run({ occurrences }) {
    const { DefaultInventoryService } = backend(
      'inventory/DefaultInventoryService.ts',
    );
    const universe = world();
    const opened = await openDatabase();
    try {
      const db = opened.bare();
      const filled = populate(db, occurrences);
      db.close();
      const inventory = new DefaultInventoryService({ database: opened.knex });
      const list = { visible: async refs => new Set(refs) };
      const asked = random(1, 'where-used');
      const times = { exact: [], any: [] };
      for (let i = 0; i < QUERIES; i++) {
        const id = asked.pick(filled.components);
        const queries = {
          exact: universe.purl(id),
          any: universe.packageKey(id),
        };
        for (const [name, purl] of Object.entries(queries)) {
          const began = performance.now();
          const page = await inventory.listWhereUsed(list, { purl, limit: 50 });
          times[name].push(performance.now() - began);
          if (!page.totalItems) throw new Error(`nothing uses ${purl}`);
        }
      }
      const note = `${filled.occurrences} live components of ${filled.entities} entities`;
      const bars = { unit: 'ms', first: 10, goal: 5 };
      return [
        {
          label: 'one version, p99',
          value: quantile(times.exact, 0.99),
          ...bars,
          note,
        },
        {
          label: 'one version, p50',
          value: quantile(times.exact, 0.5),
          unit: 'ms',
        },
        {
          label: 'any version, p99',
          value: quantile(times.any, 0.99),
          ...bars,
          note,
        },
        {
          label: 'any version, p50',
          value: quantile(times.any, 0.5),
          unit: 'ms',
        },
      ];
    } finally {
      await opened.close();
    }
  },
};

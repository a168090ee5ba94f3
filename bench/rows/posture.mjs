import { bomBytes } from '../bom.mjs';
import { engines } from '../lib/database.mjs';
import { quantile } from '../lib/measure.mjs';
import { openPortal } from '../lib/portal.mjs';
import { backend } from '../lib/sources.mjs';
import { releases, world } from '../lib/world.mjs';

const ENTITIES = 10;
const CALLS = 300;

/** Design section 11: what the entity tab and a pipeline wait for, without HTTP. */
export const posture = {
  name: 'posture',
  title: `posture and gate of ${ENTITIES} entities with two releases of 1,500 components`,
  async run() {
    const measures = [];
    for (const engine of engines) {
      const portal = await openPortal(engine);
      try {
        measures.push(...(await measure(portal)));
      } finally {
        await portal.close();
      }
    }
    return measures;
  },
};

async function measure(portal) {
  const { DefaultPostureService } = backend('posture/DefaultPostureService.ts');
  const { ReadingCache } = backend('inventory/ReadingCache.ts');
  const sets = releases(1500, 2);
  for (let entity = 0; entity < ENTITIES; entity++) {
    for (const [round, ids] of sets.entries()) {
      const name = `svc-${entity}`;
      const version = `1.${round}.0`;
      const bytes = bomBytes(world(), ids, { name, version });
      await portal.submit(bytes, { name, version });
    }
  }
  const database = portal.knex;
  const cache = new ReadingCache({ database });
  const service = new DefaultPostureService({ database, cache });
  const times = { 'posture, cold': [], posture: [], gate: [] };
  for (let call = 0; call < CALLS; call++) {
    const entity = { entityRef: `component:default/svc-${call % ENTITIES}` };
    const calls = {
      // the first round of each entity fills the cache
      [call < ENTITIES ? 'posture, cold' : 'posture']: () =>
        service.getPosture(entity),
      gate: () =>
        service.getGate(entity, {
          release: '1.1.0',
          channel: 'release',
          askedBy: { type: 'service', ref: 'external:bench' },
        }),
    };
    for (const [name, run] of Object.entries(calls)) {
      const began = performance.now();
      await run();
      times[name].push(performance.now() - began);
    }
  }
  return Object.entries(times).flatMap(([name, list]) => [
    {
      label: `${portal.engine}: ${name}, p99`,
      value: quantile(list, 0.99),
      unit: 'ms',
      first: 50,
      goal: 20,
    },
    {
      label: `${portal.engine}: ${name}, p50`,
      value: quantile(list, 0.5),
      unit: 'ms',
    },
  ]);
}

import { longestStall } from '../lib/measure.mjs';
import { openPortal } from '../lib/portal.mjs';
import { document } from '../lib/world.mjs';

/** Design section 11: how long nobody else is served while a huge document comes in. */
export const stall = {
  name: 'stall',
  title:
    'event loop while a document of 50,000 components comes in and is judged',
  async run() {
    const portal = await openPortal();
    try {
      // the schemas and the policy load in the worker once
      await portal.submit(document(100), { name: 'warm', version: '1.0.0' });
      const bytes = document(50_000);
      const began = performance.now();
      const { longest, busiest, p99 } = await longestStall(() =>
        portal.submit(bytes, { name: 'huge', version: '1.0.0' }),
      );
      const seconds = (performance.now() - began) / 1000;
      return [
        {
          label: 'longest stall',
          value: longest,
          unit: 'ms',
          first: 250,
          goal: 100,
          note: `${(bytes.length / 1e6).toFixed(0)} MB in ${seconds.toFixed(
            1,
          )} s`,
        },
        {
          label: 'longest stall, CPU of the thread',
          value: busiest,
          unit: 'ms',
        },
        { label: 'p99 of probes', value: p99, unit: 'ms' },
      ];
    } finally {
      await portal.close();
    }
  },
};

import { longestStall } from '../lib/measure.mjs';
import { openPortal } from '../lib/portal.mjs';
import { signedStatements } from '../lib/signed.mjs';
import { document } from '../lib/world.mjs';

const CONCURRENT = 100;

/** How long nobody else is served while a hundred pipelines send at the same moment. */
export const intakes = {
  name: 'intakes',
  title: `event loop while ${CONCURRENT} documents come in at once and are judged`,
  async run() {
    const { statements, trust, dispose } = await signedStatements(CONCURRENT);
    const portal = await openPortal('sqlite', { trust });
    const sendAll = (of, kind) =>
      longestStall(() =>
        Promise.all(
          of.map((bytes, at) =>
            portal.submit(bytes, { name: `${kind}-${at}`, version: '1.0.0' }),
          ),
        ),
      );
    try {
      // the schemas and the policy load in the worker once
      await portal.submit(document(100), { name: 'warm', version: '1.0.0' });
      await portal.submit(statements[0], { name: 'warm', version: '1.0.0' });
      const signed = await sendAll(statements, 'signed');
      const sboms = Array.from({ length: CONCURRENT }, () => document(500));
      const unsigned = await sendAll(sboms, 'sbom');
      return [
        ...measuresOf('signed statements', signed),
        ...measuresOf('SBOMs of 500 components', unsigned),
      ];
    } finally {
      await portal.close();
      dispose();
    }
  },
};

function measuresOf(what, { longest, busiest, p99 }) {
  return [
    {
      label: `${what}: longest stall`,
      value: longest,
      unit: 'ms',
      first: 100,
      goal: 50,
    },
    { label: `${what}: CPU of the thread`, value: busiest, unit: 'ms' },
    { label: `${what}: p99 of probes`, value: p99, unit: 'ms' },
  ];
}

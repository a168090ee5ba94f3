import { interleave } from '../lib/measure.mjs';
import { source } from '../lib/sources.mjs';
import { document } from '../lib/world.mjs';

/**
 * Design section 11: schema validation, of JSON.parse of the same bytes. The whole
 * reading (pre-scan, parse, recognise, validate, map) is shown beside it. A ratio that
 * grows with the document means that something is quadratic.
 */
export const reading = {
  name: 'validate',
  title: 'validating and reading CycloneDX, of JSON.parse, in this thread',
  async run({ rounds }) {
    const { readEvidence } = source('packages/evidence/src/readEvidence.ts');
    const { validateCycloneDx } = source(
      'packages/evidence/src/formats/cyclonedx/index.ts',
    );
    const measures = [];
    for (const count of [1_500, 10_000, 50_000]) {
      const bytes = document(count);
      const { valid } = readEvidence(bytes);
      if (valid.state !== 'valid') {
        throw new Error(
          `not valid: ${JSON.stringify(valid.defects.slice(0, 3))}`,
        );
      }
      const parsed = JSON.parse(bytes.toString());
      const { cpu, ratios } = await interleave(
        {
          parse: () => JSON.parse(bytes.toString()),
          validate: () => validateCycloneDx(parsed, '1.6'),
          read: () => readEvidence(bytes),
        },
        {
          rounds: count > 10_000 ? Math.min(rounds, 3) : rounds,
          floor: 'parse',
        },
      );
      const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
      measures.push(
        {
          label: `validate ${count} components`,
          value: ratios.validate,
          unit: '×',
          first: 3,
          goal: 2.5,
          note: `${cpu.validate.toFixed(0)} ms of ${cpu.parse.toFixed(
            0,
          )} ms, ${size}`,
        },
        {
          label: `whole reading of ${count} components`,
          value: ratios.read,
          unit: '×',
          note: `${cpu.read.toFixed(0)} ms`,
        },
      );
    }
    return measures;
  },
};

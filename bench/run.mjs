// Measures the product's own parts against limits of the same run.
//
//   yarn bench [--only <row>[,<row>]] [--rounds 5] [--occurrences 1000000] [--full] [--check]
//
// Prints ratios and bars, writes bench/results/<time>.json. `--check` fails only where
// a value is beyond one and a half times its First bar, because machines are noisy.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const here = fileURLToPath(import.meta.url);

// TypeScript sources load, in this thread and in workers, through Backstage's own hook
if (!process.execArgv.includes('--require')) {
  const { status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=6144',
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      here,
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    occurrences: { type: 'string', default: '1000000' },
    full: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const settings = {
  rounds: Number(options.rounds),
  occurrences: options.full ? 10_000_000 : Number(options.occurrences),
};

const { rows } = await import('./rows/index.mjs');
const { printResult, TOLERANCE } = await import('./lib/report.mjs');
const wanted = options.only?.split(',') ?? rows.map(row => row.name);
const unknown = wanted.filter(name => !rows.some(row => row.name === name));
if (unknown.length) {
  console.error(
    `no such row: ${unknown.join(', ')}; there are ${rows
      .map(row => row.name)
      .join(', ')}`,
  );
  process.exit(2);
}

const results = [];
for (const row of rows.filter(({ name }) => wanted.includes(name))) {
  console.log(`\n${row.name}: ${row.title}`);
  try {
    const measures = await row.run(settings);
    for (const measure of measures) printResult(measure);
    results.push({ row: row.name, measures });
  } catch (error) {
    console.error(`  could not be measured: ${error.stack}`);
    results.push({ row: row.name, measures: [], error: error.message });
  }
}

const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const file = new URL(
  `${new Date().toISOString().replace(/[:.]/g, '-')}.json`,
  folder,
);
writeFileSync(
  file,
  JSON.stringify(
    {
      node: process.version,
      cpu: cpus()[0].model,
      cores: cpus().length,
      settings,
      results,
    },
    undefined,
    2,
  ),
);
console.log(`\nwrote bench/results/${file.pathname.split('/').pop()}`);

const beyond = results
  .flatMap(({ measures }) => measures)
  .filter(
    ({ value, first }) => first !== undefined && value > first * TOLERANCE,
  );
if (options.check && beyond.length) {
  for (const { label } of beyond)
    console.error(`beyond ${TOLERANCE} x First: ${label}`);
  process.exit(1);
}
process.exit(results.some(({ error }) => error) ? 1 : 0);

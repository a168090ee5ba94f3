#!/usr/bin/env node
// Installs and runs every test of the repository. SQLite only, unless the environment
// names a PostgreSQL for Backstage's TestDatabases; never Docker, never watching.
// Plain Node 20 without dependencies, because it runs before there are any.
import { fileURLToPath } from 'node:url';
import { main } from './lib/Failure.mjs';
import { runOnSupportedNode } from './lib/supportedNode.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const elsewhere = await runOnSupportedNode(
    fileURLToPath(import.meta.url),
    args,
  );
  if (elsewhere !== undefined) return elsewhere;
  const { runTests } = await import('./lib/runTests.mjs');
  return await runTests(args);
});

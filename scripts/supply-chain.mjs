#!/usr/bin/env node
// The command line from this checkout, on whatever Node is there:
// `npm run -s supply-chain -- push <file> --entity <name> --release <version>`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './lib/Failure.mjs';
import { root } from './lib/root.mjs';
import { runOnSupportedNode } from './lib/supportedNode.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const elsewhere = await runOnSupportedNode(
    fileURLToPath(import.meta.url),
    args,
    { quiet: true },
  );
  if (elsewhere !== undefined) return elsewhere;
  const child = spawn(
    process.execPath,
    [join(root, 'packages/cli/bin/supply-chain'), ...args],
    // npm runs scripts in the root; paths are meant from where the person stands.
    { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
  );
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 2 : code));
  });
});

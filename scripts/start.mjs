#!/usr/bin/env node
// Starts the portal of this repository: installs, writes a token, runs backend and
// frontend, sends the demo's documents through the real API, prints where to look.
// Plain Node 20 without dependencies, because it runs before there are any.
import { fileURLToPath } from 'node:url';
import { Failure, main } from './lib/Failure.mjs';
import { runOnSupportedNode } from './lib/supportedNode.mjs';

const USAGE = `npm start -- [options]

  --port <n>  serve the page at this port, the backend at the next
              (default 3000 and 7007)
  --no-open   do not open a browser
  --no-demo   do not send the demo's documents
  --reset     first remove data/ and .supply-chain/: a portal as on the first day
  --verbose   show the logs of backend and frontend here
  --help`;

/** Takes `--port <n>` out of the arguments. */
function portOf(args) {
  const at = args.indexOf('--port');
  if (at < 0) return undefined;
  const [, text] = args.splice(at, 2);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65534) {
    throw new Failure(
      `--port takes a number from 1024 to 65534, not '${text}'`,
    );
  }
  return port;
}

const KNOWN = ['--no-open', '--no-demo', '--reset', '--verbose', '--help'];

await main(async () => {
  const given = process.argv.slice(2);
  const args = [...given];
  const port = portOf(args);
  const unknown = args.find(arg => !KNOWN.includes(arg));
  if (unknown) throw new Failure(`Unknown option ${unknown}\n\n${USAGE}`);
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const elsewhere = await runOnSupportedNode(
    fileURLToPath(import.meta.url),
    given,
  );
  if (elsewhere !== undefined) return elsewhere;
  const { startPortal } = await import('./lib/startPortal.mjs');
  return await startPortal({
    port,
    open: !args.includes('--no-open'),
    demo: !args.includes('--no-demo'),
    reset: args.includes('--reset'),
    verbose: args.includes('--verbose'),
  });
});

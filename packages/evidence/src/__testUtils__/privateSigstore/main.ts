/**
 * A private Sigstore as a program, for tests of other packages and for trying things
 * out. Prints one line of JSON (url, olderRekorUrl, trustedRoot, token) and runs until it is
 * ended; `--port <number>` fixes the port.
 *
 *     node --require @backstage/cli/config/nodeTransform.cjs \
 *       packages/evidence/src/__testUtils__/privateSigstore/main.ts
 */
import { parseArgs } from 'node:util';
import { jobToken } from './jobToken';
import { startPrivateSigstore } from './startPrivateSigstore';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const sigstore = await startPrivateSigstore({
    port: values.port === undefined ? undefined : Number(values.port),
  });
  const { url, olderRekorUrl, trustedRoot } = sigstore;
  process.stdout.write(
    `${JSON.stringify({
      url,
      olderRekorUrl,
      trustedRoot,
      token: jobToken(),
    })}\n`,
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => sigstore.close().then(() => process.exit(0)));
  }
}

main().catch(error => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});

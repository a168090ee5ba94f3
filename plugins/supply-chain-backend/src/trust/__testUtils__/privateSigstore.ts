import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleToJSON } from '@sigstore/bundle';
import { DSSEBundleBuilder, FulcioSigner, RekorWitness } from '@sigstore/sign';

const PROGRAM = resolve(
  __dirname,
  '../../../../../packages/evidence/src/__testUtils__/privateSigstore/main.ts',
);

/** A Sigstore of its own process, with real cryptography, that signs as a CI job. */
export async function privateSigstore() {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', PROGRAM],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout! });
  const line = await new Promise<string>((done, fail) => {
    lines.once('line', done);
    child.once('exit', code => fail(new Error(`It ended with ${code}`)));
  });
  const { url, trustedRoot, token } = JSON.parse(line);
  const folder = await mkdtemp(join(tmpdir(), 'supply-chain-sigstore-'));
  const rootFile = join(folder, 'trusted_root.json');
  await writeFile(rootFile, JSON.stringify(trustedRoot));
  return {
    rootFile,
    /** Of the job that signs. */
    claims: JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString('utf8'),
    ) as Record<string, string>,
    async sign(data: Buffer): Promise<Buffer> {
      const builder = new DSSEBundleBuilder({
        signer: new FulcioSigner({
          fulcioBaseURL: url,
          identityProvider: { getToken: async () => token },
        }),
        witnesses: [new RekorWitness({ rekorBaseURL: url })],
      });
      const type = 'application/vnd.in-toto+json';
      const bundle = await builder.create({ data, type });
      return Buffer.from(JSON.stringify(bundleToJSON(bundle)));
    },
    close() {
      child.kill();
    },
  };
}

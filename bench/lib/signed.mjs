import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source } from './sources.mjs';

const HELPERS = 'packages/evidence/src/__testUtils__';

/**
 * Statements that a job signed with a Sigstore of this machine, each of another
 * subject, and the `supplyChain.trust` by which all of them are trusted. What it reads
 * from a file is there until `dispose` is called.
 */
export async function signedStatements(count) {
  const { signAsJob, startPrivateSigstore } = source(
    `${HELPERS}/privateSigstore/index.ts`,
  );
  const { aJobLine } = source(`${HELPERS}/trustPolicies.ts`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-signed-'));
  const file = join(folder, 'trusted-root.json');
  const sigstore = await startPrivateSigstore();
  try {
    writeFileSync(file, JSON.stringify(sigstore.trustedRoot));
    const statements = [];
    for (let n = 0; n < count; n++) {
      const statement = Buffer.from(JSON.stringify(statementOf(n)));
      const bundle = await signAsJob(sigstore, statement, { timestamp: true });
      statements.push(Buffer.from(JSON.stringify(bundle)));
    }
    return {
      statements,
      trust: {
        roots: [{ name: 'private', file }],
        lines: [aJobLine({ entities: ['component:default/*'] })],
      },
      dispose: () => rmSync(folder, { recursive: true }),
    };
  } finally {
    await sigstore.close();
  }
}

function statementOf(n) {
  const sha256 = n.toString(16).padStart(64, '0');
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: `part-${n}.tgz`, digest: { sha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  };
}

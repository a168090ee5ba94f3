import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSigningKey, signBundle } from '@hotpass/supply-chain-evidence';

export const BUILDER = 'https://ci.example/builder';
export const BUILD_TYPE = 'https://ci.example/build/v1';
export const REPOSITORY = 'https://git.example/acme/app';

/** A signer with a key of its own: `file` holds its public half for a config. */
export async function aSigner(name: string, type: 'ec' | 'ed25519' = 'ec') {
  const { privateKey, publicKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const own = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const folder = await mkdtemp(join(tmpdir(), 'supply-chain-key-'));
  const file = join(folder, `${name}.pub`);
  await writeFile(file, pem);
  const key = readSigningKey(own.toString());
  return {
    name,
    file,
    id: key.id,
    sign: (document: Uint8Array) =>
      Buffer.from(JSON.stringify(signBundle(document, key))),
    /** A signature beside its file, the bytes alone. */
    beside: (document: Uint8Array) => key.sign(document),
  };
}

export type TestSigner = Awaited<ReturnType<typeof aSigner>>;

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A build product as the sender names it. */
export function declared(name: string): string {
  return `sha256:${sha256(name)}=${name}`;
}

/** An in-toto statement about outputs, by their names. */
export function statement(
  predicateType: string,
  names: string[],
  predicate: object,
): Buffer {
  return Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: names.map(name => ({ name, digest: { sha256: sha256(name) } })),
      predicateType,
      predicate,
    }),
  );
}

export function provenance(
  names: string[],
  { builder = BUILDER, invocation = '1', byproducts = [] as object[] } = {},
): Buffer {
  return statement('https://slsa.dev/provenance/v1', names, {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: { ref: 'refs/tags/v1' },
      resolvedDependencies: [
        {
          uri: `git+${REPOSITORY}@refs/tags/v1`,
          digest: { gitCommit: 'a'.repeat(40) },
        },
      ],
    },
    runDetails: {
      builder: { id: builder },
      metadata: { invocationId: invocation },
      byproducts,
    },
  });
}

/** An SBOM of an output, as attestations have it. */
export function sbomStatement(names: string[], sbom: Uint8Array): Buffer {
  return statement(
    'https://cyclonedx.org/bom',
    names,
    JSON.parse(Buffer.from(sbom).toString('utf8')),
  );
}

/** `trust` of a config in which a signer may vouch for everything of `app`. */
export function trusting(
  signers: TestSigner[],
  line: object = {},
  more: object = {},
): object {
  return {
    keys: signers.map(({ name, file }) => ({ name, file })),
    lines: signers.map(signer => ({
      id: `${signer.name}-line`,
      signer: { keys: [signer.name] },
      predicateTypes: ['*'],
      entities: ['component:default/app'],
      build: {
        level: 2,
        builders: [BUILDER],
        buildTypes: [BUILD_TYPE],
        source: { repositories: [REPOSITORY], refs: ['refs/tags/*'] },
        externalParameters: { '/ref': ['refs/tags/*'] },
      },
      ...line,
    })),
    ...more,
  };
}

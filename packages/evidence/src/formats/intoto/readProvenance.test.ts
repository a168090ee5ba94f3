import { readFileSync } from 'node:fs';
import {
  corpus,
  describeWith,
  vectors,
} from '../../__testUtils__/sharedFolder';
import { ProvenanceDocument } from '../../model/ReadDocument';
import { readEvidence } from '../../readEvidence';

const COMMIT = 'a'.repeat(40);
const V1 = 'https://slsa.dev/provenance/v1';

function read(predicate: object, predicateType = V1) {
  const reading = readEvidence(
    Buffer.from(
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: 'shop.tgz', digest: { sha256: 'b'.repeat(64) } }],
        predicateType,
        predicate,
      }),
    ),
  );
  return { ...reading, document: reading.document as ProvenanceDocument };
}

function sourceOf(externalParameters: object, resolvedDependencies: object[]) {
  return read({
    buildDefinition: {
      buildType: 'https://example.test/build/v1',
      externalParameters,
      resolvedDependencies,
    },
    runDetails: { builder: { id: 'https://example.test/builder' } },
  }).document.source;
}

describeWith(corpus('attest'), 'provenance of the corpus', () => {
  it.each([
    'slsa-v1.cosign-key.dsse.json',
    'slsa-v1.rekor-v1.sigstore.json',
    'slsa-v1.rekor-v2.sigstore.json',
  ])('%s is read whole', file => {
    const reading = readEvidence(readFileSync(corpus(`attest/${file}`)));
    const workflow =
      'https://github.com/acme/backstage-app/.github/workflows/release.yml@refs/heads/main';
    expect(reading.valid).toMatchObject({ state: 'valid', defects: [] });
    expect(reading.signed).toBe(true);
    expect(reading.subjects).toHaveLength(1);
    expect(reading.document).toMatchObject({
      kind: 'provenance',
      predicateType: V1,
      buildType:
        'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
      builderId: workflow,
      invocationId:
        'https://github.com/acme/backstage-app/actions/runs/9/attempts/1',
      source: {
        uri: 'https://github.com/acme/backstage-app',
        commit: COMMIT,
        ref: 'refs/heads/main',
      },
    });
  });
});

describeWith(vectors('intoto'), 'provenance of others', folder => {
  it('is read from the bundle that GitHub made', () => {
    const reading = readEvidence(
      readFileSync(`${folder}/slsa_provenance.sigstore.json`),
    );
    expect(reading.valid).toMatchObject({ state: 'valid', defects: [] });
    const { source } = reading.document as ProvenanceDocument;
    expect(source).toEqual({
      uri: expect.stringMatching(/^https:\/\/github\.com\/[\w-]+\/[\w-]+$/),
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      ref: expect.stringMatching(/^refs\//),
    });
  });
});

describe('readProvenance', () => {
  it('finds the source where each build type writes it', () => {
    const git = {
      uri: 'git+https://example.test/acme/shop.git@refs/tags/v2',
      digest: { gitCommit: COMMIT },
    };
    const other = {
      uri: 'git+https://example.test/acme/tools@refs/heads/main',
      digest: { gitCommit: 'c'.repeat(40) },
    };
    const tarball = {
      uri: 'https://example.test/node.tgz',
      digest: { sha1: 'd'.repeat(40) },
    };
    const shop = 'https://example.test/acme/shop';

    // SLSA's example build type: the parameter is a text, or a descriptor.
    expect(sourceOf({ source: shop, ref: 'refs/x' }, [other, git])).toEqual({
      uri: shop,
      commit: COMMIT,
      ref: 'refs/x',
    });
    expect(sourceOf({ source: { uri: git.uri } }, [git])).toEqual({
      uri: 'git+https://example.test/acme/shop.git',
      commit: COMMIT,
      ref: 'refs/tags/v2',
    });
    // Nothing but dependencies: the first that is a commit, not a file with a SHA-1.
    expect(sourceOf({}, [tarball, git])).toEqual({
      uri: 'git+https://example.test/acme/shop.git',
      commit: COMMIT,
      ref: 'refs/tags/v2',
    });
    expect(sourceOf({}, [tarball])).toBeUndefined();
    expect(sourceOf({ source: shop }, [])).toEqual({ uri: shop });
  });

  it('reads v0.2 into the same model', () => {
    const { valid, document } = read(
      {
        builder: { id: 'https://example.test/builder' },
        buildType: 'https://example.test/make/v1',
        invocation: {
          configSource: {
            uri: 'git+https://example.test/acme/shop@refs/heads/main',
            digest: { sha1: COMMIT },
            entryPoint: 'build.yml',
          },
          parameters: { target: 'all' },
        },
        metadata: {
          buildInvocationId: '9-1',
          buildStartedOn: '2026-11-23T07:00:00Z',
          buildFinishedOn: '2026-11-23T07:05:00Z',
        },
        materials: [
          {
            uri: 'git+https://example.test/acme/shop@refs/heads/main',
            digest: { sha1: COMMIT },
          },
          { uri: 'pkg:docker/node@24', digest: { sha256: 'e'.repeat(64) } },
        ],
      },
      'https://slsa.dev/provenance/v0.2',
    );
    expect(valid).toMatchObject({ state: 'valid', defects: [] });
    expect(document).toMatchObject({
      buildType: 'https://example.test/make/v1',
      builderId: 'https://example.test/builder',
      invocationId: '9-1',
      startedOn: '2026-11-23T07:00:00Z',
      finishedOn: '2026-11-23T07:05:00Z',
      externalParameters: {
        configSource: { entryPoint: 'build.yml' },
        parameters: { target: 'all' },
      },
      source: {
        uri: 'git+https://example.test/acme/shop',
        commit: COMMIT,
        ref: 'refs/heads/main',
      },
    });
    expect(document.resolvedDependencies).toHaveLength(2);
  });

  it('reads v0.1 into the same model, its recipe as what was asked for', () => {
    const uri = 'git+https://example.test/acme/shop@refs/heads/main';
    const { valid, document } = read(
      {
        builder: { id: 'https://example.test/builder' },
        recipe: {
          type: 'https://example.test/make/v1',
          definedInMaterial: 1,
          entryPoint: 'build.yml',
          arguments: { target: 'all' },
          environment: { HOME: '/root' },
        },
        metadata: { buildInvocationId: '9-1' },
        materials: [
          { uri: 'pkg:docker/node@24', digest: { sha256: 'e'.repeat(64) } },
          { uri, digest: { sha1: COMMIT } },
        ],
      },
      'https://slsa.dev/provenance/v0.1',
    );
    expect(valid).toMatchObject({ state: 'valid', defects: [] });
    expect(document).toMatchObject({
      buildType: 'https://example.test/make/v1',
      builderId: 'https://example.test/builder',
      source: {
        uri: 'git+https://example.test/acme/shop',
        commit: COMMIT,
        ref: 'refs/heads/main',
      },
    });
    expect(document.externalParameters).toEqual({
      configSource: { uri, digest: { sha1: COMMIT }, entryPoint: 'build.yml' },
      parameters: { target: 'all' },
    });
  });

  it('leaves no parameter out, whatever its type', () => {
    const v02 = 'https://slsa.dev/provenance/v0.2';
    const { document } = read({ invocation: { parameters: ['--evil'] } }, v02);
    expect(document.externalParameters).toEqual({ parameters: ['--evil'] });
  });

  it('locates what is required of the older ones', () => {
    const defectsOf = (predicate: object, version: string) =>
      read(
        predicate,
        `https://slsa.dev/provenance/${version}`,
      ).valid.defects.map(({ code, pointer }) => [code, pointer]);
    expect(defectsOf({}, 'v0.2')).toEqual([
      ['required-field', '/predicate/builder/id'],
      ['required-field', '/predicate/buildType'],
    ]);
    expect(defectsOf({ recipe: {} }, 'v0.1')).toEqual([
      ['required-field', '/predicate/builder/id'],
      ['required-field', '/predicate/recipe/type'],
    ]);
  });

  it('locates what v1 requires, and what is no descriptor', () => {
    const { valid } = read({
      buildDefinition: { resolvedDependencies: ['https://example.test/x'] },
    });
    expect(valid.state).toBe('invalid');
    expect(valid.defects.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['not-an-object', '/predicate/buildDefinition/resolvedDependencies/0'],
      ['required-field', '/predicate/buildDefinition/buildType'],
      ['required-field', '/predicate/buildDefinition/externalParameters'],
      ['required-field', '/predicate/runDetails/builder/id'],
    ]);
  });
});

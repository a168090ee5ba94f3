import { readFileSync } from 'node:fs';
import { toFragment } from '../facts/toFragment';
import { Output } from '../model/Digest';
import { readEvidence } from '../readEvidence';
import { corpus, describeWith } from '../__testUtils__/sharedFolder';
import {
  aBuilt,
  aLine,
  aProvenance,
  assessed,
  aTrustPolicy,
  BUILD_TYPE,
  CI,
  hex,
  KEY,
  relateOptions,
  related,
  REPOSITORY,
  unmetBy,
  vouched,
  WORKFLOW,
} from '../__testUtils__/trusted';
import { relateRelease } from './relateRelease';
import { RelatedEvidence, RelateOptions } from './ReleaseTrust';
import { BuildExpectation } from './TrustPolicy';

const policy = aTrustPolicy();
const shop = aBuilt('shop.tgz');

function relate(
  evidence: RelatedEvidence[],
  rest: Partial<RelateOptions> = {},
) {
  return relateRelease(relateOptions(rest.policy ?? policy, evidence, rest));
}

const levelsOf = (...args: Parameters<typeof relate>) =>
  relate(...args).outputs.map(({ level }) => level);

function known(authority: Output['authority']): Partial<RelateOptions> {
  return { outputs: [{ ...shop, name: 'shop.tgz', authority }] };
}

describe('levels', () => {
  it('are those of the line where all is as expected', () => {
    for (const level of [1, 2, 3] as const) {
      const line = aLine();
      const of = aTrustPolicy([{ ...line, build: { ...line.build!, level } }]);
      const found = relate([vouched(of, 'p', aProvenance([shop]))], {
        policy: of,
      });
      expect(found.evidence.p.unmet).toEqual([]);
      expect(found.outputs[0]).toMatchObject({ level, evidence: 'p' });
      expect(found.buildLevel).toBe(level);
      expect(found.outputs[0].next).toHaveLength(level === 3 ? 0 : 1);
      expect(found.outputs[0].because.join(' ')).toContain("trust line 'ci'");
    }
  });

  it('are 1 where the line expects nothing', () => {
    const plain = aTrustPolicy([aLine({ build: undefined })]);
    const found = relate([vouched(plain, 'p', aProvenance([shop]))], {
      policy: plain,
    });
    expect(found.outputs[0]).toMatchObject({
      level: 1,
      next: [expect.stringMatching(/^Level 2 needs the trust line 'ci'/)],
    });
  });

  it('without anybody who vouches are 1 at most, for bytes we saw', () => {
    const weak = [
      related('p', aProvenance([shop])),
      vouched(policy, 'p', aProvenance([shop]), { as: { meets: [] } }),
    ];
    for (const evidence of weak) {
      expect(levelsOf([evidence], known('observed'))).toEqual([1]);
      expect(levelsOf([evidence], known('declared'))).toEqual([0]);
    }
    const worthless = [
      related('p', {
        ...aProvenance([shop]),
        valid: { state: 'invalid', defects: [], defectCount: 1 },
      }),
      vouched(policy, 'p', aProvenance([shop]), {
        as: { state: 'failed', lines: [unmetBy('ci', 'signer')] },
      }),
      related('p', aProvenance([shop]), { current: false }),
      related('p', aProvenance([aBuilt('another')])),
    ];
    for (const evidence of worthless) {
      expect(levelsOf([evidence], known('observed'))).toEqual([0]);
    }
    const revoked = aTrustPolicy([
      aLine({ revoked: { reason: 'retired', since: '2026-01-01' } }),
    ]);
    expect(
      levelsOf([vouched(revoked, 'p', aProvenance([shop]))], {
        policy: revoked,
        ...known('observed'),
      }),
    ).toEqual([0]);
  });

  it('come from statements that are in force, about what was sealed', () => {
    const early = { receivedAt: new Date('2026-11-23T10:00:00Z') };
    const sealing = vouched(policy, 'a', aProvenance([shop]), early);
    const replaced = { ...sealing, current: false };
    expect(levelsOf([replaced])).toEqual([0]);
    const again = vouched(policy, 'b', aProvenance([shop]));
    expect(levelsOf([replaced, again])).toEqual([3]);
    // Another build for the same version vouches for nothing
    const other = vouched(policy, 'b', aProvenance([shop, aBuilt('x')]));
    expect(levelsOf([replaced, other])).toEqual([0]);
    // An unsigned one does not bring back what was attested
    expect(levelsOf([replaced, related('b', aProvenance([shop]))])).toEqual([
      0,
    ]);
  });

  it('of a release are the lowest of its outputs', () => {
    const evidence = [vouched(policy, 'p', aProvenance([shop]))];
    const outputs: Output[] = [
      { name: 'b', digest: { sha256: hex('b') }, authority: 'declared' },
    ];
    const found = relate(evidence, { outputs });
    expect(found.outputs.map(({ level }) => level)).toEqual([3, 0]);
    expect(found.buildLevel).toBe(0);
    expect(found.outputs[1].next[0]).toMatch(/^Level 1 needs provenance/);
    expect(relate([]).buildLevel).toBe(0);
  });
});

describe('expectations', () => {
  const unmet = (
    edit: Parameters<typeof aProvenance>[1],
    options: {
      as?: Parameters<typeof assessed>[2];
      build?: Partial<BuildExpectation>;
      narrow?: RelateOptions['narrow'];
    } = {},
  ) => {
    const line = aLine();
    const of = aTrustPolicy([
      { ...line, build: { ...line.build!, ...options.build } },
    ]);
    const { as, narrow } = options;
    const evidence = vouched(of, 'p', aProvenance([shop], edit), { as });
    const found = relate([evidence], { policy: of, narrow });
    expect(found.buildLevel).toBe(found.evidence.p.unmet.length > 0 ? 1 : 3);
    return found.evidence.p.unmet.map(({ code, pointer }) =>
      pointer === undefined ? code : `${code} ${pointer}`,
    );
  };
  const definition = '/predicate/buildDefinition';
  const parameters = (workflow: object, rest: object = {}) => ({
    externalParameters: {
      workflow: {
        ref: 'refs/heads/main',
        repository: REPOSITORY,
        path: '.github/workflows/release.yml',
        ...workflow,
      },
      ...rest,
    },
  });

  it.each<[string, Parameters<typeof aProvenance>[1], string[]]>([
    [
      'another builder',
      { builderId: `${WORKFLOW}2` },
      ['builder /predicate/runDetails/builder/id'],
    ],
    [
      'no builder',
      { builderId: undefined },
      ['builder /predicate/runDetails/builder/id'],
    ],
    [
      'another build type',
      { buildType: `${BUILD_TYPE}.1` },
      [`build-type ${definition}/buildType`],
    ],
    [
      'a ref in capitals',
      { source: { uri: REPOSITORY, ref: 'refs/heads/MAIN' } },
      [`source-ref ${definition}`, `source-claim ${definition}`],
    ],
    [
      'another repository',
      { source: { uri: `${REPOSITORY}-fork`, ref: 'refs/heads/main' } },
      [`source-repository ${definition}`, `source-claim ${definition}`],
    ],
    [
      'no source',
      { source: undefined },
      [
        `source-repository ${definition}`,
        `source-ref ${definition}`,
        `source-claim ${definition}`,
        `source-claim ${definition}`,
      ],
    ],
    [
      'another parameter',
      parameters({ path: 'x.yml' }),
      [`external-parameter ${definition}/externalParameters/workflow/path`],
    ],
    [
      'one more',
      parameters({}, { 'a/b~': { c: [1] } }),
      [`external-parameter ${definition}/externalParameters/a~1b~0/c/0`],
    ],
    [
      'one that is empty',
      parameters({}, { inputs: {} }),
      [`external-parameter ${definition}/externalParameters/inputs`],
    ],
    [
      'one that is null',
      parameters({}, { inputs: null }),
      [`external-parameter ${definition}/externalParameters/inputs`],
    ],
    [
      'one of a prototype',
      parameters({}, { constructor: 'x' }),
      [`external-parameter ${definition}/externalParameters/constructor`],
    ],
    [
      'a git address',
      { source: { uri: `git+${REPOSITORY}`, ref: 'refs/heads/main' } },
      [],
    ],
    ['less than may be there', { externalParameters: {} }, []],
  ])('are told one by one: %s', (_, edit, expected) => {
    expect(unmet(edit)).toEqual(expected);
  });

  it('may name a value that is no text', () => {
    const externalParameters = {
      ...aLine().build!.externalParameters,
      '/inputs': ['{"b":*}'],
      '/tag': ['v?'],
    };
    const build = { externalParameters };
    const told = (inputs: object, tag: unknown = 'v1') =>
      unmet(parameters({}, { inputs, tag }), { build });
    expect(told({ b: true })).toEqual([]);
    expect(told({ c: true })).toHaveLength(1);
    expect(told({ b: 1 }, 'v10')).toHaveLength(1);
  });

  it('compare the statement with what the certificate noted', () => {
    const claiming = (claims: Record<string, string>) =>
      unmet(
        {
          source: { uri: REPOSITORY, ref: 'refs/heads/main', commit: 'aa' },
        },
        { as: { signer: { ...CI, claims } as typeof CI } },
      );
    expect(claiming({ sourceRepositoryIdentifier: '42' })).toEqual([]);
    expect(claiming({ sourceRepositoryIdentifier: '43' })).toEqual([
      'source-id',
    ]);
    expect(claiming({})).toEqual(['source-id']);
    expect(
      claiming({
        sourceRepositoryIdentifier: '42',
        sourceRepositoryDigest: 'bb',
      }),
    ).toEqual([`source-claim ${definition}`]);
    // A line of a certificate is met by no key
    expect(unmet({}, { as: { signer: KEY } })).toEqual(['source-id']);
  });

  it('are narrowed by an annotation, and never supplied', () => {
    expect(unmet({}, { narrow: { repositories: ['https://x'] } })).toEqual([
      `narrowed-repository ${definition}`,
    ]);
    expect(unmet({}, { narrow: { refs: ['refs/tags/*'] } })).toEqual([
      `narrowed-ref ${definition}`,
    ]);
    expect(
      unmet({}, { narrow: { repositories: [REPOSITORY], refs: ['*'] } }),
    ).toEqual([]);
    const fork = { source: { uri: 'https://fork', ref: 'refs/heads/main' } };
    const narrow = { repositories: ['https://fork'] };
    expect(unmet(fork, { narrow })).toContain(
      `source-repository ${definition}`,
    );
    const plain = aTrustPolicy([aLine({ build: undefined })]);
    const found = relate([vouched(plain, 'p', aProvenance([shop]))], {
      policy: plain,
      narrow: { repositories: [REPOSITORY] },
    });
    expect(found.buildLevel).toBe(1);
  });

  it('are not met by what is not read', () => {
    const bundle = aProvenance([shop]);
    const fragment = { ...bundle, provenance: undefined };
    const found = relate([vouched(policy, 'p', fragment)]);
    expect(found.evidence.p.unmet).toMatchObject([{ code: 'unread' }]);
    expect(found.buildLevel).toBe(1);
  });
});

describeWith(corpus('attest'), 'provenance of the corpus', folder => {
  const read = (file: string) =>
    toFragment(readEvidence(readFileSync(`${folder}/${file}`)));

  it.each([
    'slsa-v1.cosign-key.dsse.json',
    'slsa-v1.rekor-v1.sigstore.json',
    'slsa-v1.rekor-v2.sigstore.json',
    'slsa-v1.rekor-v2-dsse.sigstore.json',
  ])('%s reaches what its line says, and the SBOM is bound', file => {
    const sbom = vouched(policy, 's', read('cyclonedx.rekor-v2.sigstore.json'));
    const provenance = vouched(policy, 'p', read(file));
    const found = relate([sbom, provenance]);
    expect(found.evidence.p.unmet).toEqual([]);
    expect(found).toMatchObject({
      buildLevel: 3,
      sealedBy: 'p',
      adoption: { reached: 'keyless' },
      evidence: { s: { bound: { state: 'bound', authority: 'attested' } } },
    });
    const strict = aTrustPolicy([
      aLine({
        build: {
          ...aLine().build!,
          externalParameters: { '/workflow/ref': ['*'] },
        },
      }),
    ]);
    const less = relate([vouched(strict, 'p', read(file))], { policy: strict });
    expect(less.evidence.p.unmet.map(({ pointer }) => pointer)).toEqual([
      '/predicate/buildDefinition/externalParameters/workflow/repository',
      '/predicate/buildDefinition/externalParameters/workflow/path',
    ]);
    expect(less.buildLevel).toBe(1);
  });
});

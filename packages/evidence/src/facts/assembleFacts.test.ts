import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import schema from '../../assets/facts-v1.schema.json';
import { ReportedFinding } from '../model/Finding';
import {
  corpusBom,
  describeWithCorpus,
  readBom,
} from '../__testUtils__/realBoms';
import { aFragment, aRelease, NOW, placed } from '../__testUtils__/releases';
import {
  aBuilt,
  aLine,
  anSbom,
  aProvenance,
  aTrustPolicy,
  relateOptions,
  related,
  vouched,
} from '../__testUtils__/trusted';
import { relateRelease } from '../trust/relateRelease';
import { canonicalJson, sha256Hex } from './canonicalJson';
import { FACTS_SCHEMA } from './FactDocument';

const HEX = sha256Hex('a file');
const OTHER = sha256Hex('another file');

function aFinding(rest: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    pointer: '/matches/0',
    vulnerability: 'GHSA-1',
    aliases: [],
    severity: 'medium',
    component: { key: 'pkg:npm/a@1.2.0', name: 'a', version: '1.2.0' },
    fixedIn: [],
    status: 'open',
    ...rest,
  };
}

function aScan(findings: ReportedFinding[], receivedAt = NOW) {
  return placed(
    aFragment('scan', 'grype', {
      scan: { tool: 'grype', ignored: 0 },
      findings,
    }),
    { receivedAt },
  );
}

const validate = new Ajv({ strict: true }).compile(schema);

function expectToFitSchema(facts: object) {
  // As the policy gets it: without members that are undefined.
  const valid = validate(
    JSON.parse(Buffer.from(canonicalJson(facts)).toString()),
  );
  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
}

describe('assembleFacts', () => {
  it('has a schema by the name that facts carry', () => {
    expect(schema.$id).toBe(FACTS_SCHEMA);
    expectToFitSchema(aRelease());
    expect(validate({ ...aRelease(), clock: 1 })).toBe(false);
  });

  describeWithCorpus('with real SBOMs', () => {
    const evidence = [
      'backstage-app.yarn-plugin.cdx16.json',
      'chainloop.cdxgen.cdx15.json',
    ].map((file, index) =>
      placed(readBom(corpusBom(file)), {
        id: file,
        fileName: file,
        stream: `stream-${1 - index}`,
      }),
    );

    it('has columns over all of them, whatever the order of arrival', () => {
      const facts = aRelease({ evidence });

      expectToFitSchema(facts);
      expect(facts).toEqual(aRelease({ evidence: [...evidence].reverse() }));
      expect(facts.evidence.map(entry => entry.id)).toEqual([
        'chainloop.cdxgen.cdx15.json',
        'backstage-app.yarn-plugin.cdx16.json',
      ]);
      const { components, licences, sboms } = facts;
      const lengths = Object.values(components).map(column => column.length);
      expect(new Set(lengths)).toEqual(new Set([448 + 1658]));
      expect(sboms.map(sbom => sbom.counts.version.total)).toEqual([448, 1658]);
      // One dictionary: `Apache-2.0` of either SBOM is the same entry.
      const expressions = licences.map(licence => licence.expression);
      expect(new Set(expressions).size).toBe(expressions.length);
      const licenceOf = (row: number) => expressions[components.licence[row]];
      const apache = components.name
        .map((_, row) => row)
        .filter(row => licenceOf(row) === 'Apache-2.0');
      expect(new Set(apache.map(row => components.sbom[row]))).toEqual(
        new Set([0, 1]),
      );
      expect(apache).toHaveLength(1 + 94);
    });
  });

  it('says whether expected evidence is there and of use', () => {
    const present = (rest: object) =>
      aRelease({
        expected: [{ kind: 'provenance', level: 'required' }],
        evidence: [placed(aFragment('provenance', 'in-toto-statement'), rest)],
      }).expected[0].present;
    expect(present({})).toBe(true);
    expect(present({ signature: { state: 'failed' } })).toBe(false);
    const ambiguous = aFragment('provenance', 'in-toto-statement');
    ambiguous.recognised.state = 'ambiguous';
    expect(present({ fragment: ambiguous })).toBe(false);
    expect(present({ fragment: aFragment('sbom', 'cyclonedx-json') })).toBe(
      false,
    );
  });

  it('matches subjects with outputs by full digests that all agree', () => {
    const matched = (subject: object, output: object) =>
      aRelease({
        outputs: [{ name: 'x', digest: { ...output }, authority: 'observed' }],
        evidence: [
          placed(
            aFragment('provenance', 'in-toto-statement', {
              provenance: {
                predicateType: 'https://slsa.dev/provenance/v1',
                subjects: [{ name: 'y', ...subject }],
                externalParameters: {},
                resolvedDependencies: [],
                byproducts: [],
              },
            }),
          ),
        ],
      }).provenances[0].matchedOutputs;
    const long = `${HEX}${HEX}`;
    expect(matched({ sha256: HEX }, { sha256: HEX.toUpperCase() })).toBe(1);
    expect(matched({ sha256: HEX }, { sha256: OTHER })).toBe(0);
    expect(matched({ sha256: HEX.slice(8) }, { sha256: HEX.slice(8) })).toBe(0);
    expect(matched({ sha256: HEX }, { sha1: HEX })).toBe(0);
    expect(
      matched({ sha256: HEX, sha512: long }, { sha256: HEX, sha512: long }),
    ).toBe(1);
    expect(
      matched(
        { sha256: HEX, sha512: long },
        { sha256: HEX, sha512: `${OTHER}${OTHER}` },
      ),
    ).toBe(0);
  });

  it('unites what sources call by different names', () => {
    const day = 86_400_000;
    const facts = aRelease({
      firstSeen: new Map([
        ['pkg:npm/a@1.2.0|CVE-2026-1', new Date(NOW.getTime() - 9 * day)],
      ]),
      evidence: [
        aScan([
          aFinding({ severity: 'high', fixedIn: ['2.0.0', '1.1.9', '1.10.0'] }),
          aFinding({ vulnerability: 'PRISMA-7', severity: 'unknown' }),
        ]),
        aScan([
          aFinding({
            vulnerability: 'CVE-2026-1',
            aliases: ['GHSA-1'],
            status: 'not_affected',
            fixedIn: ['1.3.0', '1.10.0'],
            score: 9.1,
          }),
          aFinding({
            vulnerability: 'GHSA-1',
            component: { key: 'pkg:npm/b@1', name: 'b' },
            status: 'fixed',
            severity: 'none',
          }),
        ]),
        aScan([
          aFinding({
            vulnerability: 'OSV-1',
            aliases: ['CVE-2026-1'],
            knownExploited: true,
            score: 5,
          }),
        ]),
      ],
    });
    expectToFitSchema(facts);
    expect(facts.findings).toMatchObject([
      {
        id: 'CVE-2026-1',
        aliases: ['GHSA-1', 'OSV-1'],
        severity: 'high',
        score: 9.1,
        // The nearest fix above 1.2.0 first; what is below it last.
        fixedIn: ['1.3.0', '1.10.0', '2.0.0', '1.1.9'],
        knownExploited: true,
        status: 'open',
        sources: [{}, {}, {}],
        firstSeenAt: (NOW.getTime() - 9 * day) / 1000,
      },
      {
        id: 'PRISMA-7',
        severity: 'unknown',
        firstSeenAt: NOW.getTime() / 1000,
      },
      {
        // Another document of the release says which CVE it is
        id: 'CVE-2026-1',
        component: { key: 'pkg:npm/b@1' },
        status: 'fixed',
      },
    ]);
  });

  it('unites the same findings in whatever order they are reported', () => {
    const name = fc.constantFrom(
      'CVE-1',
      'CVE-2',
      'GHSA-1',
      'GHSA-2',
      'X-1',
      'X-2',
    );
    const report = fc.record({
      vulnerability: name,
      aliases: fc.uniqueArray(name, { maxLength: 2 }),
      key: fc.constantFrom('a', 'b'),
      severity: fc.constantFrom('high' as const, 'low' as const),
    });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 12 }), reports => {
        const findings = reports.map(({ key, ...rest }, row) =>
          aFinding({
            ...rest,
            pointer: `/${row}`,
            component: { key, name: key },
          }),
        );
        const united = (list: ReportedFinding[]) =>
          aRelease({ evidence: [aScan(list)] }).findings;
        const result = united(findings);
        expect(united([...findings].reverse())).toEqual(result);
        // No name is left in two findings of one component; no report is lost.
        const names = result.flatMap(({ id, aliases, component }) =>
          [id, ...aliases].map(alias => `${component.key}|${alias}`),
        );
        expect(new Set(names).size).toBe(names.length);
        expect(result.flatMap(finding => finding.sources)).toHaveLength(
          findings.length,
        );
      }),
    );
  });

  it('leaves out dates that are none', () => {
    const fragment = aFragment('sbom', 'cyclonedx-json', { createdAt: 'soon' });
    const facts = aRelease({ evidence: [placed(fragment)] });
    expect(facts.evidence[0].createdAt).toBeUndefined();
    expectToFitSchema(facts);
  });
});

describe('canonicalJson', () => {
  const text = (value: unknown) => Buffer.from(canonicalJson(value)).toString();

  it('has one spelling for a value', () => {
    // Keys, numbers and escapes after RFC 8785, section 3.2.
    expect(
      text({
        '\u20ac': 'Euro',
        '\r': 1e21,
        '10': [56.0, null, true, { b: 1, a: undefined }],
        '9': 1e-27,
        '\ud83d\ude02': '\u000f\n"',
      }),
    ).toBe(
      '{"\\r":1e+21,"10":[56,null,true,{"b":1}],"9":1e-27,"€":"Euro","😂":"\\u000f\\n\\""}',
    );
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
        expect(JSON.parse(text(value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it.each([NaN, Infinity, 1n, [undefined], { a: () => 1 }])(
    'refuses what JSON cannot say',
    value => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('takes signatures, bindings, trust and levels from what was related', () => {
    const policy = aTrustPolicy(
      [aLine()],
      [{ entities: ['*'], state: 'keyless', from: '2027-01-01T00:00:00.5Z' }],
    );
    const shop = aBuilt('shop.tgz');
    const evidence = [
      vouched(policy, 'p', aProvenance([shop], { builderId: 'x' }), {
        as: { times: ['2026-11-23T11:00:00.1Z', '2026-11-23T11:30:00Z'] },
      }),
      vouched(policy, 'q', aProvenance([aBuilt('other')]), {
        receivedAt: new Date('2026-11-24T00:00:00Z'),
      }),
      related('s', anSbom()),
    ];
    const trust = relateRelease(relateOptions(policy, evidence));
    const facts = aRelease({
      trust,
      outputs: [{ name: 'kept', digest: {}, authority: 'attested' }],
      evidence: evidence.map(({ id, digest, fragment }) =>
        // Kept from a time when all this was trusted
        placed(fragment, {
          id,
          digest,
          signature: { state: 'verified', by: 'somebody' },
          bound: { state: 'bound', outputs: [], reason: 'then' },
          trust: { state: 'trusted', line: 'of then' },
        }),
      ),
    });
    expectToFitSchema(facts);
    expect(facts.outputs).toEqual([
      {
        name: 'shop.tgz',
        sha256: shop.digest.sha256,
        authority: 'attested',
        level: 1,
      },
    ]);
    const at = (id: string) => facts.evidence.findIndex(one => one.id === id);
    expect(facts).toMatchObject({
      buildLevel: 1,
      sealConflicts: [{ evidence: at('q'), name: 'other' }],
      adoption: {
        reached: 'digests-only',
        expected: 'keyless',
        from: Date.parse('2027-01-01T00:00:00Z') / 1000,
      },
    });
    expect(facts.evidence[at('p')]).toMatchObject({
      signature: 'verified',
      trustLine: 'ci',
      bound: 'bound',
      authority: 'attested',
      signedAt: Date.parse('2026-11-23T11:00:01Z') / 1000,
    });
    expect(facts.evidence[at('s')]).toMatchObject({
      signature: 'none',
      bound: 'placed',
      trust: 'none',
    });
    const [p] = facts.provenances.filter(one => one.evidence === at('p'));
    expect(p).toMatchObject({
      matchedOutputs: 1,
      unmet: [{ code: 'builder', pointer: '/predicate/runDetails/builder/id' }],
    });
  });

  it('tells of a revoked signer, and refuses evidence that was not related', () => {
    const policy = aTrustPolicy([
      aLine({ revoked: { reason: 'compromised', since: '2026-01-01' } }),
    ]);
    const one = vouched(policy, 'p', aProvenance([aBuilt('shop.tgz')]));
    const trust = relateRelease(relateOptions(policy, [one]));
    const { digest, fragment } = one;
    const facts = aRelease({
      trust,
      evidence: [placed(fragment, { id: 'p', digest })],
    });
    expectToFitSchema(facts);
    expect(facts.evidence[0]).toMatchObject({
      signature: 'verified',
      trust: 'none',
      revoked: 'compromised',
    });
    expect(() =>
      aRelease({ trust, evidence: [placed(fragment, { id: 'other' })] }),
    ).toThrow("Evidence 'other' was not related");
  });
});

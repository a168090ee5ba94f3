import {
  AssembleFactsOptions,
  PlacedFragment,
} from '../facts/assembleFacts.types';
import { DocumentFragment } from '../facts/DocumentFragment';
import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import { FactDocument } from '../facts/FactDocument';
import { ReportedFinding } from '../model/Finding';
import { aFragment, aRelease, NOW, placed } from '../__testUtils__/releases';
import {
  Bom,
  BomComponent,
  corpusBom,
  corpusText,
  describeWithCorpus,
  readBom,
} from '../__testUtils__/realBoms';
import { SolutionCase, trustCases } from '../__testUtils__/trustCases';
import { loadPolicy } from './loadPolicy';
import { Policy } from './Policy.types';
import { RuleHit } from './types';

/*
 * Every rule is shown a release that breaks it; what its solution says is then done
 * to the document, at the place that it names, and the same rule must be content.
 * The documents are real ones wherever a real one breaks the rule or can be made to.
 */

const DAY = 86_400_000;
const AFTER_ALL_DATES = new Date('2028-01-01T00:00:00Z');
const YARN = 'backstage-app.yarn-plugin.cdx16.json';
const NPM = 'backstage-app.cyclonedx-npm.cdx17.json';
const GO = 'chainloop.cdxgen.cdx15.json';
const SHIPPED = corpusDigest();
const OTHER = sha256Hex('another build');

function corpusDigest(): string {
  try {
    return corpusText('attest/subject.txt').trim().replace('sha256:', '');
  } catch {
    return sha256Hex('a build');
  }
}

type Case = SolutionCase;

/** Whom a trust line names says so, about what we saw. */
const VOUCHED = {
  signature: { state: 'verified', by: 'ci' },
  trust: { state: 'trusted', line: 'ci' },
  bound: { state: 'bound', authority: 'observed', outputs: [], reason: 'test' },
} as const;

function sbomCase(
  file: string,
  options: {
    spoil?: (bom: Bom) => void;
    heal: (bom: Bom, hits: RuleHit[]) => void;
    findings?: (bom: Bom) => ReportedFinding[];
    says: Case['says'];
    hitCount?: number;
  },
): Case {
  let bom: Bom;
  const release = () => {
    const sbom = placed(readBom(bom), { fileName: 'sbom.cdx.json' });
    const { findings } = options;
    if (!findings) {
      return { evidence: [sbom] };
    }
    const report = { ...aScan({ scan: 0 }), findings: findings(bom) };
    return { evidence: [sbom, placed(report, { id: 'scan' })] };
  };
  return {
    ...options,
    broken: () => {
      bom = corpusBom(file);
      options.spoil?.(bom);
      return release();
    },
    fix: hits => {
      options.heal(bom, hits);
      return release();
    },
  };
}

/** The component at the place that a hit names. */
function at(bom: Bom, hit: RuleHit): BomComponent {
  const [, row] = /^\/components\/(\d+)$/.exec(hit.place ?? '') ?? [];
  return bom.components[Number(row)];
}

function withComponent(bom: Bom, purl: string, name: string, version: string) {
  bom.components.push({ 'bom-ref': purl, name, version, purl });
  bom.dependencies?.[0].dependsOn?.push(purl);
  bom.dependencies
    ?.find(({ ref }) => ref === bom.metadata.component?.['bom-ref'])
    ?.dependsOn?.push(purl);
}

/** What a scanner would report of the SBOM as it is: one vulnerability of `express`. */
function scanExpress(rest: Partial<ReportedFinding>) {
  return (bom: Bom): ReportedFinding[] => {
    const express = bom.components.find(
      ({ group, name }) => name === 'express' && !group,
    )!;
    return express.version === '99.0.1'
      ? []
      : [
          {
            pointer: '/vulnerabilities/0',
            vulnerability: 'CVE-2026-1000',
            aliases: [],
            severity: 'critical',
            component: { ...express, key: express.purl! },
            fixedIn: ['99.0.1'],
            status: 'open',
            ...rest,
          },
        ];
  };
}

// `yarn up express@99.0.1`, and the SBOM made again.
function bumpExpress(bom: Bom, [{ command, component }]: RuleHit[]) {
  const [, name, version] = /(\w+)(?:@|\]=)([\d.]+)/.exec(command ?? '') ?? [];
  const found = bom.components.find(({ purl }) => purl === component)!;
  expect(found.name).toBe(name);
  found.purl = found.purl!.replace(found.version!, version);
  found.version = version;
}

function documentCase(
  kind: 'checksums' | 'provenance' | 'scan' | 'sbom',
  options: {
    broken: Partial<PlacedFragment> & { fragment: DocumentFragment };
    fixed: (hits: RuleHit[]) => Partial<PlacedFragment>;
    outputs?: AssembleFactsOptions['outputs'];
    fixedOutputs?: AssembleFactsOptions['outputs'];
    says: Case['says'];
    hitCount?: number;
  },
): Case {
  const { broken, fixed, outputs = [], says, hitCount } = options;
  const release = (
    rest: Partial<PlacedFragment> & { fragment: DocumentFragment },
    known = outputs,
  ) => ({
    outputs: known,
    evidence: [placed(rest.fragment, { fileName: `${kind}.json`, ...rest })],
  });
  return {
    says,
    hitCount,
    broken: () => release(broken),
    fix: hits =>
      release({ ...broken, ...fixed(hits) }, options.fixedOutputs ?? outputs),
  };
}

function checksums(
  ...lines: [algorithm: string, digest: string, name: string][]
) {
  return aFragment('checksums', 'checksums', {
    checksums: {
      entries: lines.map(([algorithm, digest, name], row) => ({
        algorithm,
        digest,
        name,
        line: row + 1,
        weak: ['md5', 'sha1'].includes(algorithm),
      })),
    },
  });
}

/** The real SLSA provenance of the corpus, with members taken out or put in. */
function provenance(edit: object = {}) {
  const { subject, predicate, predicateType } = JSON.parse(
    Buffer.from(
      JSON.parse(corpusText('attest/slsa-v1.cosign-key.dsse.json')).payload,
      'base64',
    ).toString(),
  );
  const [source] = predicate.buildDefinition.resolvedDependencies;
  return aFragment('provenance', 'in-toto-statement', {
    provenance: {
      predicateType,
      builderId: predicate.runDetails.builder.id,
      source: { uri: source.uri, commit: source.digest.gitCommit },
      subjects: subject.map(({ name, digest }: any) => ({ name, ...digest })),
      externalParameters: {},
      resolvedDependencies: [],
      byproducts: [],
      ...edit,
    },
  });
}

/** Facts as a release has them. */
function placedFacts(facts: object): Partial<PlacedFragment> {
  return facts;
}

function output(sha256: string, name = 'dist/shop.tgz') {
  return { name, digest: { sha256 }, authority: 'observed' as const };
}

function expectedCase(level: 'required' | 'wanted', says: Case['says']): Case {
  const expected = [{ kind: 'sbom' as const, level }];
  return {
    says,
    broken: () => ({ expected }),
    fix: () => ({ expected, evidence: [placed(readBom(corpusBom(YARN)))] }),
  };
}

function invalid(fragment: DocumentFragment): DocumentFragment {
  const defect = {
    code: 'schema-violation',
    message: "'bom-ref' is used twice",
    pointer: '/components/7/bom-ref',
    level: 'error' as const,
  };
  return {
    ...fragment,
    valid: { state: 'invalid', defects: [defect], defectCount: 1 },
  };
}

function aScan(days: { scan?: number; database?: number }) {
  const ago = (count: number) =>
    Math.floor((NOW.getTime() - count * DAY) / 1000);
  return aFragment('scan', 'grype', {
    scan: {
      tool: 'grype',
      createdAt: days.scan === undefined ? undefined : ago(days.scan),
      databaseBuiltAt:
        days.database === undefined ? undefined : ago(days.database),
      ignored: 0,
    },
  });
}

const cases = (): Record<string, Case[]> => ({
  'EVI-001': [
    expectedCase('required', {
      message: /^No usable sbom/,
      command:
        'npx @cyclonedx/cdxgen -o sbom.cdx.json && supply-chain push sbom.cdx.json --entity component:default/shop --release 2.4.1',
    }),
  ],
  'EVI-002': [expectedCase('wanted', { solution: /^Make an SBOM/ })],
  'EVI-003': [
    documentCase('scan', {
      broken: { fragment: invalid(aScan({ scan: 1 })) },
      fixed: () => ({ fragment: aScan({ scan: 1 }) }),
      says: { solution: /again/, place: '/components/7/bom-ref' },
    }),
  ],
  'EVI-004': [
    documentCase('sbom', {
      broken: {
        fragment: {
          ...aFragment('sbom', 'spdx2-tag-value'),
          valid: { state: 'not-checked', defects: [], defectCount: 0 },
        },
      },
      fixed: () => ({ fragment: readBom(corpusBom(YARN)) }),
      says: { solution: 'Send the sbom as CycloneDX JSON too.' },
    }),
  ],
  'INT-001': [
    documentCase('provenance', {
      broken: { fragment: provenance(), integrity: 'corrupt' },
      fixed: () => ({ integrity: undefined }),
      says: { solution: /restore sha256:.* from a copy/ },
    }),
    documentCase('provenance', {
      broken: { fragment: provenance(), integrity: 'unreadable' },
      fixed: () => ({ integrity: undefined }),
      says: { solution: /make the artifact store give sha256:.* again/ },
    }),
  ],
  'SIG-001': [
    documentCase('provenance', {
      broken: {
        fragment: provenance(),
        signature: { state: 'failed' },
        trust: { state: 'trusted', line: 'ci' },
      },
      fixed: () => ({ signature: { state: 'verified', by: 'ci' } }),
      says: { solution: /sign again/ },
    }),
  ],
  'SIG-002': [
    documentCase('provenance', {
      broken: { fragment: provenance(), signature: { state: 'failed' } },
      fixed: () => ({ signature: { state: 'verified', by: 'ci' } }),
      says: { solution: /^Sign again/ },
    }),
  ],
  'SIG-003': (
    [
      [{ signature: { state: 'none' } }, /^Attest it/],
      [{ signature: { state: 'unchecked' } }, /signer's key or root/],
      [{ signature: { state: 'failed' } }, /byte for byte/],
      [
        { signature: { state: 'verified', by: 'x' } },
        /add a trust line for the signer/,
      ],
      [
        {
          signature: { state: 'verified', by: 'x' },
          trust: { state: 'none', revoked: 'retired' },
        },
        /identity that is in use now/,
      ],
      [
        { ...VOUCHED, bound: { ...VOUCHED.bound, authority: 'declared' } },
        /over the digest of the output/,
      ],
    ] as const
  ).map(([facts, solution]) =>
    documentCase('provenance', {
      broken: { fragment: provenance(), ...placedFacts(facts) },
      fixed: () => placedFacts(VOUCHED),
      says: { solution },
    }),
  ),
  'SBOM-001': [
    documentCase('sbom', {
      broken: { fragment: invalid(readBom(corpusBom(NPM))) },
      fixed: () => ({ fragment: readBom(corpusBom(NPM)) }),
      says: {
        command: 'npx @cyclonedx/cyclonedx-npm --output-file sbom.cdx.json',
        place: '/components/7/bom-ref',
        message: /'bom-ref' is used twice$/,
      },
    }),
  ],
  'SBOM-002': [
    sbomCase(GO, {
      spoil: bom => {
        bom.components = [];
      },
      heal: bom => {
        bom.components = corpusBom(GO).components;
      },
      says: { command: 'npx @cyclonedx/cdxgen -o sbom.cdx.json' },
    }),
  ],
  'SBOM-003': [YARN, NPM].map(file =>
    sbomCase(file, {
      heal: (bom, [{ command, place }]) => {
        expect(place).toBe('/metadata/component/name');
        const [, name] = /name=(\S+)/.exec(command!)!;
        bom.metadata.component!.name = name;
      },
      says: {
        message: "sbom.cdx.json is about 'root'",
        command: /^npm pkg set name=shop && (yarn dlx|npx) .*cyclonedx/,
      },
    }),
  ),
  'SBOM-004': [
    sbomCase(YARN, {
      heal: (bom, [{ solution }]) => {
        const fields = solution.match(/metadata\.\w+/g)!;
        for (const field of fields) {
          Object.assign(bom.metadata, {
            [field.split('.')[1]]: [{ name: 'Ann', phase: 'build' }],
          });
        }
      },
      says: {
        solution: 'Add to the SBOM: metadata.authors, metadata.lifecycles.',
      },
    }),
    sbomCase(GO, {
      spoil: ({ metadata }) => {
        delete metadata.timestamp;
        delete metadata.tools;
      },
      heal: ({ metadata }) => {
        metadata.timestamp = '2026-11-23T12:00:00Z';
        metadata.tools = { components: [{ name: 'cdxgen' }] };
      },
      says: {
        solution: 'Add to the SBOM: metadata.tools, metadata.timestamp.',
      },
    }),
  ],
  'SBOM-005': [
    sbomCase(GO, {
      spoil: ({ components }) => {
        delete components[0].version;
        delete components[1].purl;
      },
      heal: bom => {
        bom.components[0].version = '1.0.0';
        bom.components[1].purl = 'pkg:generic/x@1';
        bom.dependencies = [
          {
            ref: bom.metadata.component!['bom-ref']!,
            dependsOn: bom.components.map(component => component['bom-ref']),
          },
        ];
      },
      hitCount: 3,
      says: { message: 'sbom.cdx.json: 447 of 448 components have a version' },
    }),
  ],
  'SBOM-006': [
    sbomCase(YARN, {
      heal: ({ components }) => {
        for (const component of components) {
          component.supplier = { name: 'npm' };
          component.hashes = [{ alg: 'SHA-256', content: OTHER }];
        }
      },
      hitCount: 2,
      says: { solution: /`supplier`/ },
    }),
  ],
  'LIC-001': [
    sbomCase(YARN, {
      spoil: bom => {
        withComponent(bom, 'pkg:npm/minio-ui@2.1.0', 'minio-ui', '2.1.0');
        bom.components.at(-1)!.licenses = [
          { expression: 'AGPL-3.0-only AND (MIT OR ISC)' },
        ];
      },
      // `yarn remove minio-ui`
      heal: (bom, [hit]) => {
        const { name } = at(bom, hit);
        expect(hit.command).toBe(`yarn remove ${name}`);
        bom.components = bom.components.filter(c => c.name !== name);
      },
      says: {
        message:
          'AGPL-3.0-only AND (MIT OR ISC) is not allowed: minio-ui 2.1.0',
        component: 'pkg:npm/minio-ui@2.1.0',
      },
    }),
    sbomCase(NPM, {
      spoil: ({ components }) => {
        components[40].licenses = [
          { expression: 'agpl-3.0+ OR SSPL-1.0 WITH Classpath-exception-2.0' },
        ];
      },
      // "move to a version under another licence"
      heal: (bom, [hit]) => {
        at(bom, hit).licenses = [{ expression: 'AGPL-3.0-only OR MIT' }];
      },
      says: { solution: /version under another licence/ },
    }),
  ],
  'LIC-002': [
    sbomCase(NPM, {
      heal: (bom, hits) => {
        for (const hit of hits) {
          expect(hit.solution).toContain('`licenses[].license.id`');
          at(bom, hit).licenses = [{ license: { id: 'Apache-2.0' } }];
        }
      },
      hitCount: 3,
      says: { message: /^'Remix Icon License 1.0' of .*remixicon/ },
    }),
  ],
  'LIC-003': [
    sbomCase(GO, {
      heal: ({ components }) => {
        for (const component of components) {
          component.licenses ??= [];
          component.licenses.push({ license: { id: 'MIT' } });
        }
      },
      says: {
        message: 'sbom.cdx.json: 1 of 448 components state a licence',
        command: 'FETCH_LICENSE=true npx @cyclonedx/cdxgen -o sbom.cdx.json',
      },
    }),
  ],
  'CMP-001': [
    sbomCase(YARN, {
      spoil: bom =>
        withComponent(
          bom,
          'pkg:npm/event-stream@3.3.6',
          'event-stream',
          '3.3.6',
        ),
      heal: (bom, [{ component }]) => {
        bom.components = bom.components.filter(
          ({ purl }) => purl !== component,
        );
      },
      says: {
        message: /^event-stream 3.3.6 is denied: it carried/,
        command: 'yarn remove event-stream',
      },
    }),
  ],
  'DIG-001': [
    documentCase('checksums', {
      broken: {
        fragment: checksums(
          ['md5', 'd41d8cd98f00b204e9800998ecf8427e', 'shop.tgz'],
          ['sha256', OTHER, 'shop.tgz'],
        ),
      },
      fixed: ([{ place }]) => {
        expect(place).toBe('line 2');
        return { fragment: checksums(['sha256', SHIPPED, 'shop.tgz']) };
      },
      outputs: [output(SHIPPED)],
      says: {
        command:
          'sha256sum dist/* > checksums.txt && supply-chain push checksums.txt --entity component:default/shop --release 2.4.1',
      },
    }),
    documentCase('provenance', {
      broken: {
        fragment: provenance({
          subjects: [{ name: 'dist/shop.tgz', sha256: OTHER }],
        }),
      },
      fixed: () => ({
        fragment: provenance({
          subjects: [{ name: 'dist/shop.tgz', sha256: SHIPPED }],
        }),
      }),
      outputs: [output(SHIPPED)],
      says: { place: '/subject/0', solution: /from the very files/ },
    }),
    documentCase('checksums', {
      broken: { fragment: checksums(['sha256', SHIPPED, 'shop.tgz']) },
      fixed: () => ({}),
      outputs: [output(SHIPPED), output(OTHER)],
      fixedOutputs: [output(SHIPPED)],
      says: { solution: /withdraw the evidence/ },
    }),
  ],
  'CHK-001': [
    documentCase('checksums', {
      broken: {
        fragment: checksums(
          ['sha1', SHIPPED.slice(0, 40), 'a'],
          ['sha256', SHIPPED, 'b'],
          ['md5', SHIPPED.slice(0, 32), 'b'],
        ),
      },
      fixed: () => ({
        fragment: checksums(['sha256', SHIPPED, 'a'], ['sha256', SHIPPED, 'b']),
      }),
      hitCount: 1,
      says: { message: 'a is listed with sha1 only', place: 'line 1' },
    }),
  ],
  'PRO-001': [
    documentCase('provenance', {
      broken: { fragment: provenance({ builderId: undefined }) },
      fixed: () => ({ fragment: provenance() }),
      says: { solution: /runDetails\.builder\.id/ },
    }),
  ],
  'PRO-002': [
    documentCase('provenance', {
      broken: { fragment: provenance({ source: undefined }) },
      fixed: () => ({ fragment: provenance() }),
      says: { solution: /resolvedDependencies/ },
    }),
  ],
  'PRO-003': [
    documentCase('provenance', {
      broken: { fragment: provenance() },
      fixed: () => ({}),
      fixedOutputs: [output(SHIPPED)],
      says: { solution: /`--output sha256:<hex>=<name>`/ },
    }),
    documentCase('provenance', {
      broken: {
        fragment: provenance({ subjects: [{ name: 'x', sha256: OTHER }] }),
      },
      fixed: () => ({ fragment: provenance() }),
      outputs: [output(SHIPPED)],
      says: { message: 'provenance.json names no output of this release' },
    }),
  ],
  'VUL-001': [
    sbomCase(YARN, {
      findings: scanExpress({ knownExploited: true }),
      heal: bumpExpress,
      says: {
        message: /^CVE-2026-1000 in express .* is exploited in the wild$/,
        command: "npm pkg set 'resolutions[express]=99.0.1' && yarn install",
        finding: 'CVE-2026-1000',
      },
    }),
    sbomCase(NPM, {
      spoil: bom => {
        const express = bom.components.find(
          ({ group, name }) => name === 'express' && !group,
        )!;
        bom
          .dependencies!.find(
            ({ ref }) => ref === bom.metadata.component!['bom-ref'],
          )!
          .dependsOn!.push(express['bom-ref']);
      },
      findings: scanExpress({ knownExploited: true }),
      heal: bumpExpress,
      says: { command: 'npm install express@99.0.1' },
    }),
  ],
  'VUL-002': [
    sbomCase(YARN, {
      findings: bom => {
        const [finding] = scanExpress({ knownExploited: true, fixedIn: [] })(
          bom,
        );
        return bom.components.some(
          ({ purl }) => purl === finding?.component.key,
        )
          ? [finding]
          : [];
      },
      heal: (bom, [{ component }]) => {
        bom.components.find(({ purl }) => purl === component)!.version =
          '99.0.1';
      },
      says: { solution: /^Remove or replace express/ },
    }),
  ],
  'VUL-003': [
    (() => {
      const inner = sbomCase(YARN, {
        findings: scanExpress({ severity: 'high' }),
        heal: bumpExpress,
        says: {
          message: /is high and known for 31 days, 30 are allowed$/,
          command: /express/,
        },
      });
      const since = (release: Partial<AssembleFactsOptions>) => ({
        ...release,
        firstSeen: new Map(
          release.evidence!.flatMap(({ fragment }) =>
            fragment.findings.map(({ component }) => [
              `${component.key}|CVE-2026-1000`,
              new Date(NOW.getTime() - 31 * DAY),
            ]),
          ) as [string, Date][],
        ),
      });
      return {
        ...inner,
        broken: () => since(inner.broken()),
        fix: (hits: RuleHit[]) => since(inner.fix(hits)),
      };
    })(),
  ],
  'VUL-004': [
    documentCase('scan', {
      broken: { fragment: aScan({ scan: 31 }) },
      fixed: () => ({ fragment: aScan({ scan: 0 }) }),
      says: {
        message: 'scan.json is 31 days old',
        command: 'grype sbom:sbom.cdx.json -o json --file grype.json',
      },
    }),
    documentCase('scan', {
      broken: { fragment: aScan({}) },
      fixed: () => ({ fragment: aScan({ scan: 0 }) }),
      says: { message: 'scan.json does not say when it ran' },
    }),
  ],
  'VUL-005': [
    documentCase('scan', {
      broken: { fragment: aScan({ scan: 1, database: 15 }) },
      fixed: () => ({ fragment: aScan({ scan: 0, database: 1 }) }),
      says: { command: /^grype db update && grype sbom:/ },
    }),
  ],
});

describeWithCorpus('the solutions of the rules', () => {
  let policy: Policy;
  beforeAll(async () => {
    policy = await loadPolicy();
  });

  function judge(facts: FactDocument, code: string, data?: Case['data']) {
    const judgement = policy.judge(canonicalJson(facts), {
      collection: 'release',
      data,
    });
    expect(judgement.error).toBeUndefined();
    return {
      ...judgement.rules.find(rule => rule.code === code)!,
      verdict: judgement.verdict,
    };
  }

  it('are all tried here', () => {
    expect(Object.keys({ ...cases(), ...trustCases() }).sort()).toEqual(
      policy.rules.map(rule => rule.code).sort(),
    );
  });

  it('have nothing to say where there was nothing to compare or to read', () => {
    const status = (
      code: string,
      release: Parameters<typeof aRelease>[0] = {},
    ) => {
      const rule = judge(aRelease(release), code);
      return [rule.status, rule.reason];
    };
    const sbom = placed(readBom(corpusBom(YARN)));
    const alone = [
      'not-judged',
      'no two sources name the digest of the same output',
    ];
    expect(status('DIG-001', { evidence: [sbom] })).toEqual(alone);
    const outputs = [output(SHIPPED)];
    expect(status('DIG-001', { outputs, evidence: [sbom] })).toEqual(alone);
    const list = placed(checksums(['sha256', SHIPPED, 'other.tgz']));
    expect(status('DIG-001', { outputs, evidence: [list] })).toEqual(alone);
    const same = placed(checksums(['sha256', SHIPPED, 'shop.tgz']));
    expect(status('DIG-001', { outputs, evidence: [same] })[0]).toBe('passed');

    expect(status('SBOM-001', { evidence: [same] })).toEqual([
      'not-judged',
      'no sbom was given',
    ]);
    const unread = placed(
      aFragment('sbom', 'spdx2-tag-value', {
        valid: { state: 'not-checked', defects: [], defectCount: 0 },
      }),
    );
    expect(status('SBOM-001', { evidence: [unread] })).toEqual([
      'not-judged',
      'the sbom is in a format that is not read yet',
    ]);
    expect(status('SBOM-001', { evidence: [unread, sbom] })[0]).toBe('passed');
  });

  const table = corpusIsThere()
    ? Object.entries({ ...cases(), ...trustCases() }).flatMap(([code, list]) =>
        list.map((one, index) => [code, index + 1, one] as const),
      )
    : [];

  it.each(table)('turn %s green (%d)', (code, _, one) => {
    const broken = one.broken();
    const failed = judge(aRelease(broken), code, one.data);

    const isDated = failed.effectiveOn !== undefined;
    const denies = failed.level === 'deny' && !isDated;
    expect(failed.status).toBe(denies ? 'violation' : 'warning');
    expect(failed.willFail).toBe(failed.level === 'deny' && isDated);
    expect(failed.verdict === 'failed').toBe(denies);
    expect(failed.hitCount).toBe(one.hitCount ?? 1);
    expect(failed.hits).toHaveLength(failed.hitCount);
    expect(failed.hits[0]).toMatchObject(asMatchers(one.says));
    for (const hit of failed.hits) {
      expect(hit.solution).toMatch(/^[A-Z`].*[.`]$/);
    }

    expect(judge(aRelease(one.fix(failed.hits)), code, one.data).status).toBe(
      'passed',
    );

    // Whatever has a date denies from then on; what only warns never does.
    const later = aRelease({ ...one.broken(), now: AFTER_ALL_DATES });
    expect(judge(later, code, one.data)).toMatchObject({
      status: failed.level === 'deny' ? 'violation' : 'warning',
      willFail: false,
    });
  });
});

function asMatchers(says: Case['says']) {
  return Object.fromEntries(
    Object.entries(says).map(([key, value]) => [
      key,
      value instanceof RegExp ? expect.stringMatching(value) : value,
    ]),
  );
}

function corpusIsThere(): boolean {
  try {
    return corpusText('attest/subject.txt').length > 0;
  } catch {
    return false;
  }
}

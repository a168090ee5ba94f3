import { readEvidence } from '../../readEvidence';
import { SbomDocument } from '../../model/Sbom';

const BOM = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 };

function read(rest: object) {
  const reading = readEvidence(
    Buffer.from(JSON.stringify({ ...BOM, ...rest })),
  );
  return { ...reading, document: reading.document as SbomDocument };
}

function library(name: string, rest: object = {}) {
  return {
    type: 'library',
    name,
    version: '1.0.0',
    'bom-ref': name,
    purl: `pkg:npm/${name}@1.0.0`,
    ...rest,
  };
}

describe('licences of components', () => {
  it.each<[string, unknown, string | undefined]>([
    ['an id', [{ license: { id: 'MIT' } }], 'MIT'],
    ['a name', [{ license: { name: ' Our Licence ' } }], 'Our Licence'],
    ['an expression', [{ expression: 'MIT OR ISC' }], 'MIT OR ISC'],
    [
      'several, which hold together',
      [
        { license: { id: 'MIT' } },
        { license: { name: 'A or B' } },
        { license: { id: 'MIT' } },
      ],
      'MIT AND (A or B)',
    ],
    [
      'a concluded one before what is declared',
      [
        { license: { name: 'see file', acknowledgement: 'declared' } },
        { license: { id: 'ISC', acknowledgement: 'concluded' } },
      ],
      'ISC',
    ],
    [
      'a concluded expression',
      [{ expression: 'MIT AND ISC', acknowledgement: 'concluded' }],
      'MIT AND ISC',
    ],
    ['null', null, undefined],
    ['nothing that can be read', [{ license: { id: 7 } }, null], undefined],
  ])('are read from %s', (_, licenses, licence) => {
    const { document } = read({ components: [library('a', { licenses })] });
    expect(document.components[0].licence).toBe(licence);
  });
});

describe('readCycloneDx', () => {
  it.each([
    [
      'the list of 1.4',
      [{ vendor: 'Acme', name: 'gen', version: '2', hashes: [] }],
      [{ name: 'gen', version: '2', vendor: 'Acme' }],
    ],
    [
      'the components and services of 1.5',
      {
        components: [
          { type: 'application', group: '@acme', name: 'gen', version: '2' },
        ],
        services: [{ name: 'scan', provider: { name: 'Acme' } }],
      },
      [
        { name: 'gen', version: '2', vendor: '@acme' },
        { name: 'scan', vendor: 'Acme' },
      ],
    ],
    ['null', null, []],
  ])('reads tools from %s', (_, tools, expected) => {
    expect(read({ metadata: { tools } }).document.header.tools).toEqual(
      expected,
    );
  });

  it('reads the header', () => {
    const { header } = read({
      serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
      version: 3,
      metadata: {
        timestamp: '2026-11-23T07:20:47Z',
        authors: [{ name: 'Ann' }, { email: 'bo@example.test' }, {}],
        supplier: { url: ['https://example.test'] },
        lifecycles: [{ phase: 'build' }, { name: 'own' }],
        component: library('shop', { type: 'application' }),
      },
    }).document;
    expect(header).toEqual({
      serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
      documentVersion: '3',
      timestamp: '2026-11-23T07:20:47Z',
      authors: ['Ann', 'bo@example.test'],
      supplier: 'https://example.test',
      tools: [],
      lifecycles: ['build', 'own'],
      root: {
        ref: 'shop',
        name: 'shop',
        version: '1.0.0',
        purl: 'pkg:npm/shop@1.0.0',
        hashes: {},
      },
    });
  });

  it('reads nested components, hashes and the graph', () => {
    const bom = {
      metadata: {
        component: library('shop', {
          type: 'application',
          components: [library('inner')],
        }),
      },
      components: [
        library('a', {
          components: [library('b', { purl: 'no purl', group: 'g' })],
          hashes: [
            { alg: 'SHA-256', content: 'AB'.repeat(32) },
            { alg: 'SHA3-512', content: 'cd'.repeat(64) },
          ],
          scope: 'optional',
          supplier: { name: 'Acme' },
        }),
        library('c'),
      ],
      dependencies: [
        { ref: 'shop', dependsOn: ['a', 'inner'] },
        { ref: 'a', dependsOn: ['b'] },
        { ref: 'b', dependsOn: ['a', 'nowhere'] },
        { ref: 'c' },
      ],
    };
    const { valid, document } = read(bom);
    expect(valid.state).toBe('valid');
    expect(valid.defects).toEqual([
      {
        code: 'dangling-ref',
        message: 'The reference "nowhere" leads nowhere.',
        pointer: '/dependencies/2/dependsOn/1',
        level: 'warning',
        line: 1,
        column: JSON.stringify({ ...BOM, ...bom }).indexOf('"nowhere"') + 1,
      },
    ]);
    const { components, graph } = document;
    expect(components.map(c => [c.ref, c.pointer, c.direct])).toEqual([
      ['inner', '/metadata/component/components/0', true],
      ['a', '/components/0', true],
      ['b', '/components/0/components/0', false],
      ['c', '/components/1', false],
    ]);
    expect(components[1]).toMatchObject({
      key: 'pkg:npm/a@1.0.0',
      packageKey: 'pkg:npm/a',
      hashes: { sha256: 'ab'.repeat(32), sha3_512: 'cd'.repeat(64) },
      scope: 'optional',
      supplier: 'Acme',
    });
    // Without a purl that can be read, by what it is called.
    expect(components[2]).toMatchObject({
      purl: undefined,
      key: 'library:g/b@1.0.0',
      packageKey: 'library:g/b',
    });
    // A loop is a fact of the graph, not a fault of the document.
    expect(graph).toEqual([
      { from: -1, to: [1, 0] },
      { from: 1, to: [2] },
      { from: 2, to: [1] },
      { from: 3, to: [] },
    ]);
  });

  it('says nothing of a graph that the document does not state', () => {
    const { document } = read({ components: [library('a')] });
    expect(document.graph).toBeUndefined();
    expect(document.components[0].direct).toBeUndefined();
  });

  it('reads on where arrays are null and components come twice', () => {
    const { valid, document } = read({
      metadata: { component: library('shop'), authors: null, tools: null },
      components: [
        library('a', { hashes: null, licenses: null }),
        library('a'),
        null,
        'text',
        library('b', { purl: 'pkg:npm/a@1.0.0' }),
      ],
      dependencies: [{ ref: 'shop', dependsOn: ['a'] }, null],
      vulnerabilities: null,
    });
    expect(valid.state).toBe('invalid');
    expect(document.components.map(c => [c.ref, c.key, c.direct])).toEqual([
      ['a', 'pkg:npm/a@1.0.0', true],
      ['a#/components/1', 'pkg:npm/a@1.0.0', false],
      ['b', 'pkg:npm/a@1.0.0', false],
    ]);
    const pointers = valid.defects.map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/components/0/hashes',
        '/components/2',
        '/components/1/bom-ref',
      ]),
    );
  });
});

describe('vulnerabilities of a BOM', () => {
  const findingsOf = (vulnerability: object) =>
    read({
      components: [library('a')],
      vulnerabilities: [vulnerability],
    }).document.findings;

  // Formats, "VEX status mapping".
  it.each([
    ['not_affected', 'not_affected'],
    ['false_positive', 'not_affected'],
    ['exploitable', 'affected'],
    ['resolved', 'fixed'],
    ['resolved_with_pedigree', 'fixed'],
    ['in_triage', 'under_investigation'],
    ['toString', 'open'],
    [undefined, 'open'],
  ])('has the analysis %s as %s', (state, status) => {
    const [finding] = findingsOf({
      id: 'CVE-1',
      analysis: { state, justification: 'code_not_reachable' },
      affects: [{ ref: 'a' }],
    });
    expect(finding).toMatchObject({
      status,
      statusAsSaid: state,
      justification: 'code_not_reachable',
    });
  });

  it('gives a finding for each thing that it affects', () => {
    const findings = findingsOf({
      id: 'CVE-2022-24999',
      source: { name: 'NVD', url: 'https://nvd.nist.gov' },
      references: [{ id: 'GHSA-1' }, { id: 'CVE-2022-24999' }, null],
      ratings: [
        { severity: 'info', method: 'other', score: 10 },
        {
          severity: 'high',
          method: 'CVSSv31',
          score: 7.5,
          vector: 'CVSS:3.1/',
        },
        { severity: 'medium', method: 'CVSSv2', score: 5 },
      ],
      description: 'text',
      affects: [
        { ref: 'a' },
        {
          ref: 'a',
          versions: [
            { version: '1.0.0', status: 'unaffected' },
            { version: '0.9.0', status: 'affected' },
          ],
        },
        { ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#a' },
        { ref: 'pkg:npm/other@2' },
        { ref: 'nobody' },
        {},
      ],
    });
    expect(findings[0]).toEqual({
      pointer: '/vulnerabilities/0',
      vulnerability: 'CVE-2022-24999',
      aliases: ['GHSA-1'],
      severity: 'high',
      score: 7.5,
      vector: 'CVSS:3.1/',
      description: 'text',
      url: 'https://nvd.nist.gov',
      component: {
        name: 'a',
        version: '1.0.0',
        purl: 'pkg:npm/a@1.0.0',
        key: 'pkg:npm/a@1.0.0',
      },
      fixedIn: [],
      status: 'open',
    });
    expect(
      findings.map(({ component, status }) => [component.key, status]),
    ).toEqual([
      ['pkg:npm/a@1.0.0', 'open'],
      // What is said of this very version counts more than the analysis.
      ['pkg:npm/a@1.0.0', 'not_affected'],
      ['pkg:npm/a@1.0.0', 'open'],
      ['pkg:npm/other@2', 'open'],
      ['nobody', 'open'],
    ]);
  });
});

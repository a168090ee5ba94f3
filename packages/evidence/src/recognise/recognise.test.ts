import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { EvidenceError } from '../model/EvidenceError';
import { readEvidence } from '../readEvidence';
import { corpus, describeWith, vectors } from '../__testUtils__/sharedFolder';

function summary(bytes: Uint8Array) {
  const { recognised, signed, document } = readEvidence(bytes);
  const { format, version, kind, state } = recognised;
  return [state, format, version, kind, signed, document.kind].join(' ');
}

/** Documents of others, by path, with what we say of them. */
const VECTORS: [string, string][] = [
  [
    'cyclonedx/1.6/valid-bom-1.6.json',
    'recognised cyclonedx-json 1.6 sbom false sbom',
  ],
  [
    'cyclonedx/1.6/valid-bom-1.6.xml',
    'recognised cyclonedx-xml 1.6 sbom false opaque',
  ],
  [
    'spdx/2.2/SPDXJSONExample-v2.2.spdx.json',
    'recognised spdx2-json 2.2 sbom false opaque',
  ],
  [
    'spdx/2.2/SPDXTagExample-v2.2.spdx',
    'recognised spdx2-tag-value 2.2 sbom false opaque',
  ],
  [
    'spdx/2.3/01-MinimalSBOM.json',
    'recognised spdx2-json 2.3 sbom false opaque',
  ],
  ['spdx/3.0/example1.json', 'recognised spdx3-json 3.0.1 sbom false opaque'],
  [
    'openvex/v0.0.1-noversion.json',
    'recognised openvex 0.0.1 vex false opaque',
  ],
  ['openvex/v0.2.0.json', 'recognised openvex 0.2.0 vex false opaque'],
  ['csaf/2022-evd-uc-01-a-001.json', 'recognised csaf 2.0 vex false opaque'],
  ['sarif/report.sarif', 'recognised sarif 2.1.0 analysis false opaque'],
  [
    'scorecard/scorecard-chainloop.json',
    'recognised scorecard v5.5.0 scorecard false opaque',
  ],
  ['osv/results-some.json', 'recognised osv-scanner  scan false opaque'],
  [
    'sigstore/bundleV01-dsse-with-proof.sigstore',
    'recognised sigstore-bundle 0.1 attestation true attestation',
  ],
  [
    'sigstore/bundleV03-dsse.sigstore',
    'recognised sigstore-bundle 0.3 attestation true attestation',
  ],
  [
    'intoto/slsa_provenance.sigstore.json',
    'recognised sigstore-bundle 0.3 provenance true provenance',
  ],
  [
    'intoto/attestation-dsse.json',
    'recognised dsse  attestation true attestation',
  ],
];

describeWith(vectors(''), 'documents made by others', folder => {
  it.each(VECTORS)('tells what "%s" is', (path, wanted) => {
    expect(summary(readFileSync(join(folder, path)))).toBe(wanted);
  });
});

describeWith(corpus(''), 'documents made by real tools', folder => {
  const paths = ['attest', 'sbom'].flatMap(name =>
    readdirSync(join(folder, name)).map(file => join(folder, name, file)),
  );
  const small = paths
    .filter(path => path.endsWith('.json'))
    .map(path => readFileSync(path))
    .filter(bytes => bytes.length < 60_000);

  it('reads signed documents and what they speak about', () => {
    const subject = readFileSync(join(folder, 'attest/subject.txt'), 'utf8');
    const hex = /[0-9a-f]{64}/.exec(subject)![0];
    const kinds = new Map<string, string>();
    for (const path of paths.filter(p => /(sigstore|dsse)\.json$/.test(p))) {
      const reading = readEvidence(readFileSync(path));
      expect(reading.signed).toBe(true);
      expect(reading.subjects.map(({ digest }) => digest.sha256)).toContain(
        hex,
      );
      kinds.set(
        path.replace(/.*\/([\w-]+)\..*/, '$1'),
        reading.recognised.kind,
      );
    }
    expect(Object.fromEntries(kinds)).toMatchObject({
      cyclonedx: 'sbom',
      openvex: 'vex',
      'slsa-v1': 'provenance',
      spdx: 'sbom',
      'test-result': 'attestation',
    });
  });

  it('never throws anything but EvidenceError on mutated documents', () => {
    expect(small.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.nat()),
        (original, edits, cut) => {
          const bytes = Buffer.from(original);
          for (const [where, byte] of edits) bytes[where % bytes.length] = byte;
          const end = cut === null ? bytes.length : cut % bytes.length;
          try {
            readEvidence(bytes.subarray(0, end), { kind: 'sbom' });
          } catch (error) {
            if (!(error instanceof EvidenceError)) throw error;
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('recognise', () => {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 };

  it.each([
    ['trivy 2 scan', { SchemaVersion: 2, ArtifactName: 'a', Results: [] }],
    ['trivy 1 scan', [{ Target: 'a', Vulnerabilities: null }]],
    [
      'grype 0.9 scan',
      { matches: [], descriptor: { name: 'grype', version: '0.9' } },
    ],
    ['cyclonedx-json 1.6 vex', { ...bom, vulnerabilities: [{ id: 'CVE-1' }] }],
    [
      'in-toto-statement 1 vsa',
      {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ digest: { sha256: 'ab' } }],
        predicateType: 'https://slsa.dev/verification_summary/v1',
        predicate: {},
      },
    ],
  ])('tells %s', (wanted, document) => {
    const { format, version, kind } = readEvidence(json(document)).recognised;
    expect(`${format} ${version} ${kind}`).toBe(wanted);
  });

  it('tells JSON Lines of envelopes', () => {
    const line = JSON.stringify({
      payload: 'e30=',
      payloadType: 'x',
      signatures: [{ sig: 'eA==' }],
    });
    const bytes = Buffer.from(`${line}\n\n{"other":1}\n${line}\n`);
    expect(readEvidence(bytes).recognised.format).toBe('in-toto-bundle');
  });

  it('calls a document with the marks of two formats ambiguous and does not read it', () => {
    const reading = readEvidence(json({ ...bom, spdxVersion: 'SPDX-2.3' }));
    expect(reading.recognised.state).toBe('ambiguous');
    expect(reading.valid.state).toBe('invalid');
    expect(reading.document.kind).toBe('opaque');
  });

  it('keeps an unsigned ambiguous document, and refuses a signed one', () => {
    const text =
      '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"version":2}';
    const reading = readEvidence(Buffer.from(text));
    expect(reading.recognised.state).toBe('ambiguous');
    expect(reading.valid.state).toBe('invalid');
    expect(reading.valid.defects[0]).toMatchObject({
      pointer: '/version',
      line: 1,
    });
    const payload = (inner: string) =>
      json({
        payload: Buffer.from(inner).toString('base64'),
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ sig: 'eA==' }],
      });
    const statement =
      '{"_type":"https://in-toto.io/Statement/v1","subject":[],"subject":[],"predicateType":"a","predicate":{}}';
    for (const bytes of [
      payload(statement),
      Buffer.from(text.replace('}', ',"signature":{"value":"x"}}')),
    ]) {
      expect(() => readEvidence(bytes)).toThrow(
        expect.objectContaining({
          code: 'ambiguous',
          remedy: expect.any(String),
        }),
      );
    }
  });

  it('wants a word for unknown bytes, and a DTD never', () => {
    const bytes = Buffer.from([0, 1, 2, 0xff]);
    expect(() => readEvidence(bytes)).toThrow(
      expect.objectContaining({ code: 'unknown-format' }),
    );
    expect(readEvidence(bytes, { kind: 'other' }).recognised).toMatchObject({
      state: 'unknown',
      kind: 'other',
    });
    const dtd = Buffer.from('<!DOCTYPE bom [<!ENTITY a "b">]><bom/>');
    expect(() => readEvidence(dtd)).toThrow(
      expect.objectContaining({ code: 'invalid-xml' }),
    );
  });

  it('survives null arrays, duplicates, NUL and HTML', () => {
    const reading = readEvidence(
      json({
        ...bom,
        metadata: {
          tools: null,
          component: { name: '<b>x</b>', type: 'application' },
        },
        components: [
          {
            type: 'library',
            name: 'a',
            'bom-ref': 'r',
            purl: 'pkg:npm/a\0@1',
            licenses: null,
          },
          { type: 'library', name: 'a', 'bom-ref': 'r', hashes: null },
          null,
        ],
        dependencies: [{ ref: 'r', dependsOn: ['r', 'nowhere'] }],
        vulnerabilities: null,
      }),
    );
    expect(reading.valid.state).toBe('invalid');
    expect(reading.valid.defects.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'duplicate-ref',
        'dangling-ref',
        'nul-character',
      ]),
    );
    const { components, header } = reading.document as any;
    expect(components).toHaveLength(2);
    expect(new Set(components.map((c: any) => c.ref)).size).toBe(2);
    expect(header.root.name).toBe('<b>x</b>');
    expect(JSON.stringify(reading)).not.toContain('\\u0000');
  });
});

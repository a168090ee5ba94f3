import { readFileSync } from 'node:fs';
import { corpus, describeWith } from '../__testUtils__/sharedFolder';
import { readEvidence } from '../readEvidence';
import { toFragment } from './toFragment';

const fragmentOf = (path: string) =>
  toFragment(readEvidence(readFileSync(corpus(path))));

// Counted in the documents by other means than this package.
describeWith(corpus('sbom'), 'fragments of real SBOMs', () => {
  it.each([
    {
      file: 'backstage-app.yarn-plugin.cdx16.json',
      total: 1658,
      counts: { producer: 1203, hash: 0, licence: 1657, relationship: 1658 },
      direct: 11,
      generator: 'yarn-plugin-cyclonedx',
    },
    {
      file: 'backstage-app.cyclonedx-npm.cdx17.json',
      total: 3199,
      counts: { producer: 2416, hash: 0, licence: 3190, relationship: 3199 },
      direct: 15,
      generator: 'cyclonedx-npm',
    },
    {
      file: 'npm-tree.cyclonedx-npm.cdx16.json',
      total: 280,
      counts: { producer: 258, hash: 0, licence: 280, relationship: 280 },
      direct: 36,
      generator: 'cyclonedx-npm',
    },
    {
      file: 'chainloop.cdxgen.cdx15.json',
      total: 448,
      counts: { producer: 0, hash: 448, licence: 1, relationship: 118 },
      direct: 118,
      generator: 'cdxgen',
    },
  ])('$file', ({ file, total, counts, direct, generator }) => {
    const fragment = fragmentOf(`sbom/${file}`);
    expect(fragment.valid.state).toBe('valid');
    expect(fragment.generator?.name).toBe(generator);
    const all = { ...counts, version: total, identifier: total };
    expect(fragment.sbom?.counts).toEqual(
      Object.fromEntries(
        Object.entries(all).map(([field, present]) => [
          field,
          { present, total },
        ]),
      ),
    );
    const columns = fragment.components!;
    for (const column of Object.values(columns)) {
      expect(column).toHaveLength(total);
    }
    expect(columns.direct.filter(value => value === 1)).toHaveLength(direct);
    expect(columns.licence.filter(row => row >= 0)).toHaveLength(
      counts.licence,
    );
    expect(Math.max(...columns.licence)).toBe(fragment.licences.length - 1);
    expect(new Set(fragment.licences).size).toBe(fragment.licences.length);
  });
});

describeWith(corpus('attest'), 'fragments of real attestations', () => {
  it('carry the SBOM that is inside a signed statement', () => {
    const fragment = fragmentOf('attest/cyclonedx.rekor-v2.sigstore.json');
    expect(fragment.signed).toBe(true);
    expect(fragment.recognised).toMatchObject({
      format: 'sigstore-bundle',
      kind: 'sbom',
      predicateType: 'https://cyclonedx.org/bom',
    });
    expect(fragment.subjects).toEqual([
      {
        name: 'ghcr.io/acme/backstage-app',
        digest: {
          sha256:
            '7337151f75872607bb6c41529da53f98834368bfe752ddea6c24ad61782f7a6e',
        },
      },
    ]);
    expect(fragment.valid).toMatchObject({
      state: 'valid',
      schema: 'CycloneDX 1.6',
    });
    expect(fragment.sbom?.counts.version).toEqual({
      present: 1156,
      total: 1156,
    });
    expect(fragment.components?.name).toHaveLength(1156);
    expect(fragment.components?.pointer[1155]).toBe('/components/1155');
  });

  it('carry provenance with its subjects', () => {
    const { provenance } = fragmentOf('attest/slsa-v1.cosign-key.dsse.json');
    expect(provenance).toMatchObject({
      source: { uri: 'https://github.com/acme/backstage-app' },
      subjects: [
        {
          name: 'ghcr.io/acme/backstage-app',
          sha256:
            '7337151f75872607bb6c41529da53f98834368bfe752ddea6c24ad61782f7a6e',
        },
      ],
    });
  });
});

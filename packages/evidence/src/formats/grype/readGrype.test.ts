import { readEvidence } from '../../readEvidence';
import { ReportedFinding } from '../../model/Finding';
import { ScanDocument } from '../../model/ReadDocument';

/* Made by hand in the shape of `grype -o json` (grype, `grype/presenter/models`). */
const EXPRESS = {
  id: '5c0a2a5f9a0e4c2f',
  name: 'express',
  version: '4.17.1',
  type: 'npm',
  locations: [{ path: '/package-lock.json' }],
  language: 'javascript',
  licenses: ['MIT'],
  cpes: ['cpe:2.3:a:openjsf:express:4.17.1:*:*:*:*:node.js:*:*'],
  purl: 'pkg:npm/express@4.17.1',
  upstreams: [],
};

const GHSA = {
  id: 'GHSA-hrpp-h998-j3pp',
  dataSource: 'https://github.com/advisories/GHSA-hrpp-h998-j3pp',
  namespace: 'github:language:javascript',
  severity: 'High',
  urls: [],
  description: 'qs vulnerable to Prototype Pollution',
  cvss: [
    {
      type: 'Secondary',
      version: '3.1',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
      metrics: { baseScore: 7.5, exploitabilityScore: 3.9, impactScore: 3.6 },
      vendorMetadata: {},
    },
  ],
  epss: [
    {
      cve: 'CVE-2022-24999',
      epss: 0.0154,
      percentile: 0.81,
      date: '2026-11-20',
    },
  ],
  fix: { versions: ['4.17.3', '5.0.0'], state: 'fixed' },
  advisories: [],
  risk: 1.1,
};

const CVE = {
  id: 'CVE-2022-24999',
  dataSource: 'https://nvd.nist.gov/vuln/detail/CVE-2022-24999',
  namespace: 'nvd:cpe',
  severity: 'Critical',
  cvss: [
    {
      version: '3.1',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      metrics: { baseScore: 9.8 },
    },
    { version: '3.1', vector: 'nonsense', metrics: { baseScore: 99 } },
  ],
  knownExploited: [
    { cve: 'CVE-2022-24999', vendorProject: 'OpenJS', dateAdded: '2026-01-02' },
  ],
  epss: [{ cve: 'CVE-2022-24999', epss: 0.02, percentile: 0.82 }],
};

const REPORT = {
  matches: [
    {
      vulnerability: GHSA,
      relatedVulnerabilities: [CVE, CVE],
      matchDetails: [{ type: 'exact-direct-match', matcher: 'js-matcher' }],
      artifact: EXPRESS,
    },
  ],
  ignoredMatches: [
    {
      vulnerability: CVE,
      artifact: EXPRESS,
      appliedIgnoreRules: [{ vulnerability: 'CVE-2022-24999' }],
    },
  ],
  source: {
    type: 'image',
    target: {
      userInput: 'ghcr.io/acme/shop:2.4.1',
      imageID: `sha256:${'c'.repeat(64)}`,
      manifestDigest: `sha256:${'b'.repeat(64)}`,
      repoDigests: [`ghcr.io/acme/shop@sha256:${'a'.repeat(64)}`],
    },
  },
  distro: { name: 'debian', version: '12', idLike: [] },
  descriptor: {
    name: 'grype',
    version: '0.104.0',
    db: {
      status: { schemaVersion: 'v6.1.0', built: '2026-11-22T06:15:04Z' },
    },
    timestamp: '2026-11-23T07:20:47.810Z',
  },
};

function read(report: object) {
  const reading = readEvidence(Buffer.from(JSON.stringify(report)));
  return { ...reading, document: reading.document as ScanDocument };
}

function findingOf(match: object): ReportedFinding {
  return read({ ...REPORT, matches: [match] }).document.findings[0];
}

describe('readGrype', () => {
  it('reads a report', () => {
    const { recognised, valid, document } = read(REPORT);
    expect(recognised).toMatchObject({ format: 'grype', kind: 'scan' });
    expect(valid).toMatchObject({ state: 'valid', defects: [] });
    expect(document).toEqual({
      kind: 'scan',
      tool: { name: 'grype', version: '0.104.0' },
      createdAt: '2026-11-23T07:20:47.810Z',
      databaseBuiltAt: '2026-11-22T06:15:04Z',
      // The registry's digest, not that of the local image.
      target: {
        name: 'ghcr.io/acme/shop:2.4.1',
        type: 'image',
        digest: { sha256: 'a'.repeat(64) },
      },
      ignored: 1,
      findings: [
        {
          pointer: '/matches/0',
          vulnerability: 'GHSA-hrpp-h998-j3pp',
          aliases: ['CVE-2022-24999'],
          // The word of the record that matched, the highest score of its names.
          severity: 'high',
          score: 9.8,
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          description: 'qs vulnerable to Prototype Pollution',
          url: 'https://github.com/advisories/GHSA-hrpp-h998-j3pp',
          knownExploited: true,
          epss: 0.02,
          component: {
            name: 'express',
            version: '4.17.1',
            purl: 'pkg:npm/express@4.17.1',
            key: 'pkg:npm/express@4.17.1',
          },
          fixedIn: ['4.17.3', '5.0.0'],
          status: 'open',
          statusAsSaid: 'fixed',
        },
      ],
    });
  });

  it.each([
    ['fixed', 'open'],
    ['not-fixed', 'open'],
    ['unknown', 'open'],
    // An accepted risk must not hide the finding.
    ['wont-fix', 'affected'],
    ['constructor', 'open'],
  ])('reads the fix state %s as %s', (state, status) => {
    const vulnerability = { ...GHSA, fix: { versions: null, state } };
    expect(findingOf({ vulnerability, artifact: EXPRESS })).toMatchObject({
      status,
      statusAsSaid: state,
      fixedIn: [],
      aliases: [],
      knownExploited: undefined,
    });
  });

  it('keeps what it is not told unknown, and opens no strange address', () => {
    const finding = findingOf({
      vulnerability: {
        id: 'ELSA-1',
        // eslint-disable-next-line no-script-url -- this is what must not get through
        dataSource: 'javascript:alert(1)',
        severity: 'Unknown',
      },
      relatedVulnerabilities: null,
      artifact: { name: 'bash', version: '5.1', type: 'rpm' },
    });
    expect(finding).toEqual({
      pointer: '/matches/0',
      vulnerability: 'ELSA-1',
      aliases: [],
      severity: 'unknown',
      component: { name: 'bash', version: '5.1', key: 'rpm:bash@5.1' },
      fixedIn: [],
      status: 'open',
    });
  });

  it('locates a match that says nothing, and reads the others', () => {
    const { valid, document } = read({
      ...REPORT,
      matches: [{ vulnerability: GHSA }, null, ...REPORT.matches],
    });
    expect(valid.state).toBe('invalid');
    expect(valid.defects.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['incomplete-match', '/matches/0'],
      ['incomplete-match', '/matches/1'],
    ]);
    expect(document.findings.map(({ pointer }) => pointer)).toEqual([
      '/matches/2',
    ]);
  });

  it('reads the database date and the folder of older reports', () => {
    const { document } = read({
      ...REPORT,
      source: { type: 'directory', target: '.' },
      descriptor: {
        name: 'grype',
        version: '0.74.0',
        db: { built: '2024-01-30T01:25:10Z', schemaVersion: 5 },
      },
    });
    expect(document).toMatchObject({
      databaseBuiltAt: '2024-01-30T01:25:10Z',
      createdAt: undefined,
      target: { name: '.', type: 'directory', digest: {} },
    });
  });
});

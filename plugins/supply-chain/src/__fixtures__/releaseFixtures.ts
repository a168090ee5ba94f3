import {
  Component,
  Decision,
  Diff,
  Evidence,
  Finding,
  Posture,
  Provenance,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** What somebody may put into any text of a document. */
export const HOSTILE = '<img src=x onerror=alert(1)>';

const ENTITY = 'component:default/checkout';
const SHA = '9f2c41d07b6a83e5c2940f1d6b8e73a5d4c09182f7e6ab5430c1d2e3f4a5b6e1';

export const baseRelease: Release = {
  id: 'rel-240',
  entityRef: ENTITY,
  version: '2.4.0',
  channel: 'release',
  line: 'main',
  madeAt: '2026-11-12T09:00:00Z',
  newest: false,
};

export const release: Release = {
  ...baseRelease,
  id: 'rel-241',
  version: '2.4.1',
  madeAt: '2026-11-23T09:00:00Z',
  newest: true,
};

export const decision: Decision = {
  summary: {
    id: 'dec-1',
    verdict: 'failed',
    mode: 'enforce',
    collection: 'release',
    policyDigest: `sha256:41ab${SHA.slice(4)}`,
    judgedAt: '2026-11-23T12:04:00Z',
    counts: {
      total: 14,
      passed: 9,
      violations: 2,
      warnings: 1,
      notJudged: 2,
      newViolations: 1,
    },
  },
  comparedWith: baseRelease,
  inputs: [
    { evidenceId: 'ev-sbom', digest: `sha256:${SHA}` },
    { evidenceId: 'ev-prov', digest: `sha256:${SHA}` },
  ],
  rules: [
    {
      code: 'licence.denied',
      title: 'No denied licence',
      description: 'No component has a licence that the organisation denies.',
      severity: 'high',
      collections: ['release'],
      controls: ['SSDF PW.4.1'],
      level: 'deny',
      status: 'violation',
      hits: [
        {
          message: 'AGPL-3.0-only is not allowed: foo 2.1.0',
          solution: 'Move to a version of bar that no longer needs foo.',
          command: 'npm install bar@4.0.1',
          place: '/components/812/licenses/0',
          path: ['checkout', 'bar 3.2.0', 'foo 2.1.0'],
          isNew: true,
        },
      ],
      hitCount: 1,
      willFail: false,
      isNew: true,
    },
    {
      code: 'provenance.output',
      title: 'Provenance names this build',
      description: 'The digest of an output stands in trusted provenance.',
      severity: 'critical',
      collections: ['release'],
      controls: ['SLSA BL2'],
      level: 'deny',
      status: 'violation',
      hits: [
        {
          message: `Provenance names another build ${HOSTILE}`,
          solution: 'Make provenance in the job that builds the output.',
          command: 'supply-chain provenance dist/*',
        },
      ],
      hitCount: 3,
      willFail: false,
      isNew: false,
    },
    {
      code: 'sbom.supplier',
      title: 'Components name their supplier',
      description: 'A CISA 2025 element; most generators leave it out.',
      severity: 'low',
      effectiveOn: '2027-03-01',
      collections: ['release'],
      controls: ['CISA 2025'],
      level: 'warn',
      status: 'warning',
      hits: [
        {
          message: '1,604 of 1,658 components name no supplier',
          solution: 'Use a generator that writes suppliers.',
        },
      ],
      hitCount: 1,
      willFail: true,
      isNew: false,
    },
    {
      code: 'sbom.readable',
      title: 'The SBOM can be read',
      description: 'The SBOM is valid and not empty.',
      severity: 'critical',
      collections: ['release'],
      controls: [],
      level: 'deny',
      status: 'passed',
      hits: [],
      hitCount: 0,
      willFail: false,
      isNew: false,
    },
    {
      code: 'scan.kev',
      title: 'No known exploited vulnerability with a fix',
      description: 'Needs a scan.',
      severity: 'critical',
      collections: ['release'],
      controls: [],
      level: 'deny',
      status: 'not-judged',
      reason: 'No scan was given.',
      hits: [],
      hitCount: 0,
      willFail: false,
      isNew: false,
    },
  ],
};

export const posture: Posture = {
  entityRef: ENTITY,
  title: 'checkout',
  owner: 'group:default/platform',
  state: 'cannot-ship',
  release,
  decision: decision.summary,
  judging: false,
  fixFirst: [],
  upcoming: [],
  expected: [],
  outputs: [],
  counts: { components: 58, findings: 3, evidence: 3, provenance: 1 },
};

/** 58 components: three pages of 25. */
export const components: Component[] = Array.from({ length: 58 }, (_, n) => ({
  key: `pkg-${n}`,
  name: n === 1 ? HOSTILE : `@acme/package-${String(n).padStart(2, '0')}`,
  version: `1.${n}.0`,
  purl: `pkg:npm/%40acme/package-${n}@1.${n}.0`,
  type: 'library',
  licence:
    n % 7 === 0 ? undefined : ['MIT', 'Apache-2.0', 'AGPL-3.0-only'][n % 3],
  relation: n % 4 === 0 ? 'direct' : 'transitive',
  streams: ['source'],
  findings: n % 11 === 0 ? n % 5 : 0,
}));

export const findings: Finding[] = [
  {
    id: 'f-1',
    vulnerability: 'CVE-2026-31337',
    aliases: ['GHSA-xxxx-yyyy-zzzz'],
    severity: 'critical',
    score: 9.8,
    epss: 0.914,
    description: `Path traversal when an archive is unpacked. ${HOSTILE}`,
    url: 'https://nvd.nist.gov/vuln/detail/CVE-2026-31337',
    component: { key: 'pkg-3', name: 'tar-fs', version: '2.1.0' },
    fixedIn: ['2.1.4', '3.0.2'],
    status: 'open',
    knownExploited: true,
    sources: [
      {
        evidenceId: 'ev-scan',
        tool: 'grype',
        toolVersion: '0.99.0',
        severity: 'critical',
        score: 9.8,
        status: 'open',
        pointer: '/matches/4',
        reportedAt: '2026-11-23T11:00:00Z',
      },
      {
        evidenceId: 'ev-scan2',
        tool: 'trivy',
        severity: 'high',
        status: 'open',
        statusAsSaid: 'affected',
        reportedAt: '2026-11-22T11:00:00Z',
      },
    ],
    firstSeenAt: '2026-11-22T11:00:00Z',
    isNew: true,
  },
  {
    id: 'f-2',
    vulnerability: 'GHSA-aaaa-bbbb-cccc',
    aliases: [],
    severity: 'medium',
    score: 5.3,
    // What must never become a link.
    // eslint-disable-next-line no-script-url
    url: 'javascript:alert(1)',
    component: { key: 'pkg-4', name: 'semver', version: '7.3.0' },
    fixedIn: [],
    status: 'not_affected',
    knownExploited: false,
    sources: [
      {
        evidenceId: 'ev-scan',
        tool: 'grype',
        severity: 'medium',
        status: 'not_affected',
        statusAsSaid: 'vulnerable_code_not_in_execute_path',
        reportedAt: '2026-11-01T11:00:00Z',
      },
    ],
    firstSeenAt: '2026-11-01T11:00:00Z',
    isNew: false,
  },
  {
    id: 'f-3',
    vulnerability: 'CVE-2025-0001',
    aliases: [],
    severity: 'low',
    component: { key: 'pkg-5', name: 'minimist', version: '1.2.5' },
    fixedIn: ['1.2.6'],
    status: 'under_investigation',
    knownExploited: false,
    sources: [],
    firstSeenAt: '2026-10-01T11:00:00Z',
    isNew: false,
  },
];

const bound: Evidence['facts']['bound'] = {
  state: 'placed',
  outputs: [],
  reason: 'Nothing ties it to an output; the pipeline says it belongs here.',
};

export const evidence: Evidence[] = [
  {
    id: 'ev-sbom',
    releaseId: release.id,
    digest: `sha256:${SHA}`,
    size: 2_104_233,
    kind: 'sbom',
    stream: 'source',
    fileName: 'checkout.cdx.json',
    generator: { name: 'cyclonedx-npm', version: '4.0.0' },
    componentCount: 1658,
    receivedAt: '2026-11-23T11:58:00Z',
    receivedFrom: {
      type: 'pipeline',
      ref: 'repo:acme/checkout',
      display: 'acme/checkout @ build.yml',
    },
    retainUntil: '2027-11-23T00:00:00Z',
    current: true,
    facts: {
      recognised: {
        state: 'recognised',
        format: 'CycloneDX',
        version: '1.6',
        mediaType: 'application/vnd.cyclonedx+json',
        kind: 'sbom',
        detectedBy: 'bomFormat and specVersion',
      },
      valid: {
        state: 'invalid',
        schema: 'bom-1.6.schema.json',
        defects: [
          {
            code: 'schema.enum',
            message: `licence id is not in the SPDX list: ${HOSTILE}`,
            pointer: '/components/12/licenses/0/license/id',
            line: 812,
            column: 19,
            level: 'error',
          },
        ],
        defectCount: 4,
      },
      signature: { state: 'none' },
      bound,
      trust: { state: 'none' },
    },
  },
  {
    id: 'ev-prov',
    releaseId: release.id,
    digest: `sha256:77${SHA.slice(2)}`,
    size: 8_412,
    kind: 'provenance',
    stream: 'checkout-2.4.1.tgz',
    receivedAt: '2026-11-23T11:59:00Z',
    receivedFrom: { type: 'user', ref: 'user:default/ada' },
    retainUntil: '2027-11-23T00:00:00Z',
    current: true,
    facts: {
      recognised: {
        state: 'recognised',
        format: 'DSSE in-toto',
        version: '1',
        predicateType: 'https://slsa.dev/provenance/v1',
        mediaType: 'application/vnd.dsse.envelope.v1+json',
        kind: 'provenance',
        detectedBy: 'payloadType and predicateType',
      },
      valid: { state: 'valid', schema: 'SLSA v1', defects: [], defectCount: 0 },
      signature: { state: 'verified', by: 'release key 2026' },
      bound: {
        state: 'bound',
        authority: 'attested',
        outputs: ['checkout-2.4.1.tgz'],
        reason: 'Its subject has the full digest of this output.',
      },
      trust: { state: 'trusted', line: 'release-builds' },
    },
  },
  {
    id: 'ev-old',
    releaseId: release.id,
    digest: `sha256:11${SHA.slice(2)}`,
    size: 120_000,
    kind: 'scan',
    stream: 'image',
    fileName: 'grype.json',
    findingCount: 12,
    receivedAt: '2026-11-20T11:59:00Z',
    receivedFrom: { type: 'service', ref: 'external:nightly-scan' },
    retainUntil: '2027-11-20T00:00:00Z',
    current: false,
    withdrawn: {
      at: '2026-11-21T08:00:00Z',
      by: 'user:default/ada',
      reason: 'sent for the wrong release',
    },
    facts: {
      recognised: {
        state: 'recognised',
        format: 'grype',
        mediaType: 'application/json',
        kind: 'scan',
        detectedBy: 'descriptor.name',
      },
      valid: { state: 'not-checked', defects: [], defectCount: 0 },
      signature: { state: 'unchecked' },
      bound,
      trust: { state: 'none' },
    },
  },
];

export const provenance: Provenance[] = [
  {
    evidenceId: 'ev-prov',
    predicateType: 'https://slsa.dev/provenance/v1',
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    builderId:
      'https://github.com/acme/checkout/.github/workflows/release.yml@refs/tags/v2.4.1',
    invocationId:
      'https://github.com/acme/checkout/actions/runs/123/attempts/1',
    startedOn: '2026-11-23T08:50:00Z',
    finishedOn: '2026-11-23T08:58:00Z',
    source: {
      uri: 'git+https://github.com/acme/checkout',
      commit: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
      ref: 'refs/tags/v2.4.1',
    },
    outputs: [
      {
        name: 'checkout-2.4.1.tgz',
        digests: { sha256: SHA },
        matches: 'attested',
      },
      {
        name: 'checkout-image',
        digests: { sha256: `22${SHA.slice(2)}` },
        matches: 'none',
      },
    ],
    materials: [
      {
        uri: 'git+https://github.com/acme/checkout@refs/tags/v2.4.1',
        digests: { gitCommit: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567' },
      },
    ],
    externalParameters: {
      workflow: { path: '.github/workflows/release.yml' },
    },
    declaredOnly: false,
    facts: evidence[1].facts,
  },
  {
    evidenceId: 'ev-prov2',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    builderId: HOSTILE,
    outputs: [],
    materials: [],
    declaredOnly: true,
    facts: evidence[0].facts,
  },
];

export const diff: Diff = {
  base: baseRelease,
  target: release,
  counts: {
    base: baseRelease,
    added: 12,
    removed: 1,
    updated: 2,
    newFindings: 1,
    goneFindings: 0,
  },
  added: components.slice(0, 12),
  removed: [components[20]],
  updated: [
    { packageKey: 'a', name: 'express', from: '4.21.0', to: '5.1.0' },
    { packageKey: 'b', name: 'zod', from: '3.25.0', to: '4.1.0' },
  ],
  newFindings: [findings[0]],
  goneFindings: [],
  newViolations: [
    {
      code: 'licence.denied',
      title: 'No denied licence',
      message: 'AGPL-3.0-only is not allowed: foo 2.1.0',
      solution: 'Move to bar 4.',
      severity: 'high',
      isNew: true,
    },
  ],
  fixedViolations: ['sbom.empty'],
};

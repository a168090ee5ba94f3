import {
  ReleaseTrust,
  TrustDependentPage,
  TrustPolicyView,
  TrustTest,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { HOSTILE } from './releaseFixtures';

const hex = (digit: string) => digit.repeat(64);
const ISSUER = 'https://token.actions.githubusercontent.com';
const IDENTITY =
  'https://github.com/acme/checkout/.github/workflows/release.yml@refs/tags/*';

export const trustPolicy: TrustPolicyView = {
  digest: `sha256:${hex('a')}`,
  since: '2026-11-20T09:00:00Z',
  roots: [
    {
      name: 'acme-sigstore',
      digest: `sha256:${hex('b')}`,
      logs: 2,
      authorities: 2,
      refreshedAt: '2026-11-26T03:00:00Z',
      repository: {
        mirror: 'https://tuf.acme.example',
        initialRoot: `sha256:${hex('e')}`,
        versions: { root: 3, timestamp: 212, snapshot: 40, targets: 7 },
        since: '2026-10-02T03:00:00Z',
      },
    },
  ],
  keys: [{ name: 'legacy-release', keyId: hex('c'), algorithm: 'ECDSA P-256' }],
  lines: [
    {
      id: 'checkout-releases',
      signer: {
        type: 'certificate',
        root: 'acme-sigstore',
        issuer: ISSUER,
        identity: IDENTITY,
        source: {
          repositoryId: '123456789',
          refs: ['refs/tags/*'],
          triggers: ['push'],
        },
      },
      require: { log: 1, sct: 1, time: 1 },
      predicateTypes: [
        'https://slsa.dev/provenance/v1',
        'https://cyclonedx.org/bom*',
      ],
      entities: ['component:default/checkout*'],
      build: {
        level: 3,
        builders: [IDENTITY.replace('*', 'v1')],
        buildTypes: ['https://actions.github.io/buildtypes/workflow/v1'],
        source: {
          repositories: ['https://github.com/acme/checkout'],
          refs: ['refs/tags/*'],
        },
        externalParameters: { '/workflow/path': ['.github/workflows/*'] },
      },
      dependents: 2,
    },
    {
      id: 'legacy-key',
      signer: { type: 'key', keys: ['legacy-release'] },
      require: { log: 0, sct: 0, time: 0 },
      until: '2026-12-31T00:00:00Z',
      predicateTypes: ['file'],
      entities: ['component:default/*'],
      revoked: { reason: 'compromised', since: '2026-10-01T00:00:00Z' },
      dependents: 0,
    },
  ],
  adoption: [
    {
      entities: ['component:default/*'],
      state: 'signed',
      from: '2027-03-01T00:00:00Z',
    },
  ],
  history: [
    {
      digest: `sha256:${hex('a')}`,
      since: '2026-11-20T09:00:00Z',
      added: [],
      removed: [],
      changed: ['legacy-key'],
    },
    {
      digest: `sha256:${hex('d')}`,
      since: '2026-06-01T09:00:00Z',
      added: ['checkout-releases', 'legacy-key'],
      removed: [],
      changed: [],
    },
  ],
};

export const dependents: TrustDependentPage = {
  items: [
    {
      entityRef: 'component:default/checkout',
      releaseId: 'rel-241',
      version: '2.4.1',
      channel: 'release',
      evidenceId: 'ev-prov',
      kind: 'provenance',
      fileName: 'provenance.sigstore.json',
      signedBy: IDENTITY,
      signedAt: '2026-11-23T09:01:00Z',
      state: 'trusted',
    },
    {
      entityRef: 'component:default/checkout',
      releaseId: 'rel-240',
      version: '2.4.0',
      channel: 'release',
      evidenceId: 'ev-prov-240',
      kind: 'provenance',
      state: 'revoked',
    },
  ],
};

export const trustTest: TrustTest = {
  state: 'verified',
  checks: [
    { check: 'format', state: 'passed', reason: 'A Sigstore bundle.' },
    { check: 'time', state: 'passed' },
    { check: 'signer', state: 'passed' },
    { check: 'sct', state: 'passed' },
    { check: 'log', state: 'absent' },
    { check: 'signature', state: 'passed' },
    { check: 'payload', state: 'passed' },
    { check: 'subject', state: 'not-made' },
    { check: 'identity', state: 'not-made' },
  ],
  signer: {
    type: 'certificate',
    identity: IDENTITY.replace('*', 'v2.4.1'),
    issuer: ISSUER,
    claims: { sourceRepositoryIdentifier: '123456789' },
  },
  times: ['2026-11-23T09:01:00Z'],
  predicateType: 'https://slsa.dev/provenance/v1',
  subjects: [{ name: `checkout ${HOSTILE}`, digests: { sha256: hex('9') } }],
  line: 'checkout-releases',
  lines: [
    { line: 'checkout-releases', state: 'met' },
    {
      line: 'legacy-key',
      state: 'unmet',
      part: 'signer',
      reason: 'It was signed with a certificate, not with a key.',
      remedy: 'Sign it with one of the keys that the line names.',
    },
  ],
};

export const releaseTrust: ReleaseTrust = {
  buildLevel: 0,
  sealedBy: 'ev-prov',
  outputs: [
    {
      name: 'checkout-2.4.1.tgz',
      digest: `sha256:${hex('9')}`,
      authority: 'attested',
      level: 3,
      evidenceId: 'ev-prov',
      because: [
        'Provenance signed by the release workflow names it by its sha256.',
        'Line checkout-releases trusts its builder up to level 3.',
      ],
      next: [],
    },
    {
      name: 'checkout-docs.zip',
      digest: `sha256:${hex('8')}`,
      authority: 'declared',
      level: 0,
      because: ['The digest is only declared, which raises no level.'],
      next: ['Provenance by a signer whom a trust line names.'],
    },
  ],
  sealConflicts: [
    {
      evidence: 'ev-prov-2',
      name: 'checkout-2.4.1.tgz',
      digest: `sha256:${hex('7')}`,
    },
  ],
  adoption: {
    reached: 'signed',
    expected: 'keyless',
    from: '2027-03-01T00:00:00Z',
  },
};

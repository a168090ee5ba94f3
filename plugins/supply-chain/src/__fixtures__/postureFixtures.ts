import {
  Posture,
  PostureState,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { releaseTrust } from './trustFixtures';
import {
  baseRelease,
  decision,
  posture as failing,
  release,
} from './releaseFixtures';

const summary = decision.summary;
const policyDigest = summary.policyDigest;
const sha =
  'sha256:9f2c41d07b6a83e5c2940f1d6b8e73a5d4c09182f7e6ab5430c1d2e3f4a5b6e1';

const cannotShip: Posture = {
  ...failing,
  state: 'cannot-ship',
  release,
  decision: summary,
  judging: false,
  fixFirst: [
    {
      code: 'licence.denied',
      title: 'Licence is allowed',
      message: 'AGPL-3.0-only is not allowed: foo 2.1.0',
      solution: 'Use bar 4, which no longer needs foo.',
      command: 'npm install bar@4',
      severity: 'high',
      component: 'foo',
      path: ['checkout', 'bar', 'foo'],
      isNew: true,
    },
    {
      code: 'provenance.bound',
      title: 'Provenance speaks of this build',
      message: 'Provenance names another build',
      solution: 'Make provenance for the files that you ship.',
      command: 'supply-chain provenance dist/*',
      severity: 'medium',
      isNew: false,
      hitCount: 2,
    },
  ],
  upcoming: [{ effectiveOn: '2027-03-01', rules: ['sbom.supplier'] }],
  expected: [
    {
      kind: 'sbom',
      level: 'required',
      state: 'ok',
      evidenceId: 'ev-sbom',
      detail: '1,658 components · signed, trusted',
    },
    {
      kind: 'provenance',
      level: 'wanted',
      state: 'unverified',
      evidenceId: 'ev-prov',
      detail: 'signed, not bound to 9f2c…',
    },
    {
      kind: 'checksums',
      level: 'wanted',
      state: 'ok',
      evidenceId: 'ev-sums',
      detail: '4 of 4 match',
    },
    {
      kind: 'scan',
      level: 'required',
      state: 'missing',
      since: { at: '2026-10-02T08:00:00Z', version: '2.3.0' },
    },
  ],
  outputs: [{ name: 'checkout-2.4.1.tgz', digest: sha, authority: 'attested' }],
  trust: releaseTrust,
  changes: {
    base: baseRelease,
    added: 12,
    removed: 3,
    updated: 40,
    newFindings: 1,
    goneFindings: 0,
  },
  retainedUntil: '2027-11-23T00:00:00Z',
};

const canShip: Posture = {
  ...cannotShip,
  state: 'can-ship',
  decision: {
    ...summary,
    verdict: 'passed',
    counts: {
      total: 14,
      passed: 13,
      violations: 0,
      warnings: 1,
      notJudged: 0,
      newViolations: 0,
    },
  },
  fixFirst: [],
  expected: cannotShip.expected.map(({ since, ...expectation }) => ({
    ...expectation,
    state: 'ok' as const,
  })),
  proof: {
    sbomDigest: sha,
    signer: 'https://github.com/acme/checkout/.github/workflows/release.yml',
    sourceUri: 'github.com/acme/checkout',
    sourceCommit: '4be1f0c2a97d5e6f8b3c1d2e3f4a5b6c7d8e9f01',
  },
};

const notKnown: Posture = {
  entityRef: failing.entityRef,
  state: 'not-known',
  judging: false,
  fixFirst: [],
  upcoming: [],
  expected: [
    { kind: 'sbom', level: 'required', state: 'missing' },
    { kind: 'provenance', level: 'wanted', state: 'missing' },
  ],
  outputs: [],
  counts: { components: 0, findings: 0, evidence: 0, provenance: 0 },
};

/** A posture for every state that the pages know. */
export const postures: Record<PostureState, Posture> = {
  'cannot-ship': cannotShip,
  'can-ship': canShip,
  'would-not-ship': {
    ...cannotShip,
    state: 'would-not-ship',
    decision: {
      ...summary,
      mode: 'observe',
      enforcedFrom: '2027-03-01T00:00:00Z',
    },
  },
  'out-of-date': {
    ...canShip,
    state: 'out-of-date',
    decision: { ...canShip.decision!, judgedAt: '2026-11-12T12:00:00Z' },
    outOfDate: { version: '2.5.0', at: '2026-11-19T08:00:00Z' },
  },
  'could-not-judge': {
    ...cannotShip,
    state: 'could-not-judge',
    fixFirst: [],
    changes: undefined,
    decision: {
      ...summary,
      verdict: 'error',
      policyDigest,
      counts: {
        total: 14,
        passed: 0,
        violations: 0,
        warnings: 0,
        notJudged: 14,
        newViolations: 0,
      },
      error: {
        code: 'timeout',
        message: 'the policy did not answer within 5 seconds',
      },
    },
  },
  'not-known': notKnown,
  'not-in-scope': { ...notKnown, state: 'not-in-scope', expected: [] },
};

/** Its source location changed, and nobody has confirmed that yet. */
export const heldPosture: Posture = {
  ...cannotShip,
  trust: {
    ...releaseTrust,
    held: {
      since: '2026-11-22T10:00:00Z',
      reason: 'Its source location changed on 22 November 2026.',
      before: 'url:https://github.com/acme/checkout/tree/main/',
      now: 'url:https://github.com/acme-labs/checkout/tree/main/',
    },
  },
};

/** A pull request, compared with the newest release. */
export const changeRelease: Release = {
  ...release,
  id: 'rel-pr',
  version: '87@4be1f0c2a97d5e6f8b3c1d2e3f4a5b6c7d8e9f01',
  channel: 'change',
  newest: false,
};

import {
  Evidence,
  MirrorFacts,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';

export const ENTITY = 'component:default/app';
export const COMPANION = 'resource:default/evidence-component-app';

const AT = '2026-11-27T12:00:00.000Z';

/** A sha256 of one repeated hexadecimal digit. */
export const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;

export function release(id: string, version = id): Release {
  return {
    id,
    entityRef: ENTITY,
    version,
    channel: 'release',
    line: 'main',
    madeAt: AT,
    newest: false,
  };
}

export function evidence(
  releaseId: string,
  digest: string,
  change: Partial<Evidence> = {},
): Evidence {
  return {
    id: `evidence-${digest.slice(7, 9)}`,
    releaseId,
    digest,
    size: 1234,
    kind: 'sbom',
    stream: 'app',
    facts: {
      recognised: {
        state: 'recognised',
        format: 'cyclonedx-json',
        version: '1.6',
        mediaType: 'application/json',
        kind: 'sbom',
        detectedBy: 'bomFormat',
      },
      valid: { state: 'valid', defects: [], defectCount: 0 },
      signature: { state: 'none' },
      bound: { state: 'placed', outputs: [], reason: 'it names no output' },
      trust: { state: 'none' },
    },
    receivedAt: AT,
    receivedFrom: { type: 'service', ref: 'external:ci' },
    retainUntil: '2027-11-27T12:00:00.000Z',
    current: true,
    ...change,
  };
}

/** Two releases; `text` stands wherever a stranger may write something. */
export function factsOf(
  options: { text?: string; components?: number } = {},
): MirrorFacts {
  const { text = 'plain', components = 2 } = options;
  const newest = { ...release('r2', `2.0.0${text}`), newest: true };
  const one = evidence('r2', digestOf('a'), {
    stream: text,
    fileName: text,
    generator: { name: text, version: text },
    withdrawn: { at: AT, by: text, reason: text },
  });
  one.facts.signature = { state: 'verified', by: text };
  one.facts.recognised.format = text;
  return {
    posture: {
      entityRef: ENTITY,
      title: text,
      owner: 'group:default/team',
      state: 'cannot-ship',
      stateSince: AT,
      release: newest,
      judging: false,
      fixFirst: [],
      upcoming: [],
      expected: [],
      outputs: [{ name: text, digest: digestOf('f'), authority: 'declared' }],
      counts: { components, findings: 1, evidence: 1, provenance: 1 },
      outOfDate: { version: text },
    },
    decision: {
      summary: {
        id: 'decision',
        verdict: 'failed',
        mode: 'enforce',
        collection: text,
        policyDigest: digestOf('d'),
        judgedAt: AT,
        counts: {
          total: 1,
          passed: 0,
          violations: 1,
          warnings: 0,
          notJudged: 0,
          newViolations: 1,
        },
      },
      rules: [
        {
          code: 'BAD-001',
          title: text,
          description: text,
          severity: 'high',
          collections: [],
          controls: [],
          level: 'deny',
          status: 'violation',
          hits: [{ message: text, solution: text }],
          hitCount: 40,
          willFail: false,
          isNew: true,
        },
      ],
      inputs: [{ evidenceId: 'evidence-aa', digest: digestOf('a') }],
    },
    components: {
      totalItems: components,
      items: Array.from({ length: components }, (_, n) => ({
        key: `pkg:npm/lib-${n}@1.0.0`,
        name: `lib-${n}${text}`,
        version: `1.0.0${text}`,
        purl: `pkg:npm/lib-${n}@1.0.0${text}`,
        licence: text,
        relation: 'direct',
        streams: ['app'],
      })),
    },
    findings: {
      totalItems: 1,
      items: [
        {
          id: 'f1',
          vulnerability: `CVE-1${text}`,
          aliases: [text],
          severity: 'high',
          component: { key: text, name: text, version: text },
          fixedIn: [text],
          status: 'open',
          knownExploited: true,
          sources: [
            {
              evidenceId: 'evidence-aa',
              tool: text,
              severity: 'high',
              status: 'open',
              reportedAt: AT,
            },
          ],
          firstSeenAt: AT,
          isNew: false,
        },
      ],
    },
    provenance: [
      {
        evidenceId: 'evidence-aa',
        predicateType: text,
        builderId: text,
        buildType: text,
        source: { uri: text, commit: text, ref: text },
        startedOn: text,
        outputs: [{ name: text, digests: { [text]: text }, matches: 'none' }],
        materials: [{ uri: text, digests: { [text]: text } }],
        declaredOnly: true,
        facts: one.facts,
      },
    ],
    releases: [
      { release: newest, evidence: [one] },
      {
        release: release('r1', '1.0.0'),
        evidence: [evidence('r1', digestOf('b'), { current: false })],
      },
    ],
    receipts: [
      {
        evidenceId: 'evidence-aa',
        at: AT,
        from: { type: 'user', ref: text },
        source: text,
        fileName: text,
      },
    ],
    promises: [
      {
        evidenceId: 'evidence-aa',
        until: '2036-11-27T12:00:00.000Z',
        rule: text,
        holds: [{ reason: text, reference: text }],
      },
    ],
    tombstones: [
      {
        digest: digestOf('c'),
        deletedAt: AT,
        kind: 'scan',
        release: text,
        rule: text,
      },
    ],
  };
}

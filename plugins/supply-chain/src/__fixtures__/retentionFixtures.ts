import {
  HeldEntityRow,
  Hold,
  RetentionApi,
  RetentionClass,
  RetentionOverview,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { HOSTILE } from './releaseFixtures';

const hex = (digit: string) => `sha256:${digit.repeat(64)}`;
const ada = { type: 'user' as const, ref: 'user:default/ada' };
const grace = { type: 'user' as const, ref: 'user:default/grace' };

export const overview: RetentionOverview = {
  totals: {
    evidence: 12_804,
    bytes: 41_000_000_000,
    storedBytes: 6_100_000_000,
    live: 940,
    held: 212,
    marked: 37,
    tombstones: 1_504,
  },
  classes: [
    {
      name: 'default',
      evidence: 9_800,
      bytes: 30_000_000_000,
      open: 0,
      expiring30: 120,
      expiring90: 410,
      overdue: 0,
    },
    {
      name: 'cra',
      evidence: 2_100,
      bytes: 10_000_000_000,
      open: 2_100,
      expiring30: 0,
      expiring90: 0,
      overdue: 0,
    },
    {
      name: 'changes',
      evidence: 904,
      bytes: 1_000_000_000,
      open: 0,
      expiring30: 904,
      expiring90: 904,
      overdue: 3,
    },
  ],
  expiring: {
    in30Days: { evidence: 1_024, bytes: 1_400_000_000 },
    in90Days: { evidence: 1_314, bytes: 2_000_000_000 },
  },
  missing: 4,
  holds: { active: 1, reviewDue: 1 },
  runs: [
    {
      id: 'run-2',
      startedAt: '2026-11-27T02:00:00Z',
      dryRun: false,
      outcome: 'stopped',
      reason: 'It would have marked 904 documents; 500 is the limit.',
      counts: {
        due: 904,
        marked: 0,
        spared: 2,
        deleted: 37,
        unlinked: 35,
        bytes: 88_000_000,
      },
    },
    {
      id: 'run-1',
      startedAt: '2026-11-26T02:00:00Z',
      dryRun: true,
      outcome: 'done',
      counts: {
        due: 37,
        marked: 0,
        spared: 0,
        deleted: 0,
        unlinked: 0,
        bytes: 0,
      },
    },
  ],
  alarms: [
    {
      id: 'alarm-1',
      kind: 'volume',
      raisedAt: '2026-11-27T02:00:00Z',
      message: 'The run would mark 904 documents, and 500 is the limit.',
      remedy: 'Look at what goes next. Confirm if it is meant.',
      volume: 904,
      confirmable: true,
    },
    {
      id: 'alarm-2',
      kind: 'corrupt',
      raisedAt: '2026-11-26T04:00:00Z',
      message: 'The bytes have another digest than their name.',
      remedy: 'Restore them from a copy with the same digest.',
      digest: hex('e'),
      confirmable: false,
    },
    {
      id: 'alarm-3',
      kind: 'unreadable',
      raisedAt: '2026-11-26T04:10:00Z',
      message: 'The stored bytes could not be read (EIO); every run tries again.',
      remedy: 'Make the store give these bytes again.',
      digest: hex('f'),
      confirmable: false,
    },
  ],
  pendingChanges: 1,
  clock: {
    state: 'fine',
    now: '2026-11-27T20:00:00Z',
    mark: '2026-11-27T02:00:00Z',
  },
  scrub: {
    artifacts: 9_100,
    checked: 9_098,
    unreadable: 1,
    oldestCheckAt: '2026-10-29T00:00:00Z',
    windowDays: 30,
  },
  settings: { intervalHours: 24, graceDays: 7, dryRun: false, liveDays: 90 },
};

const defaultClass: RetentionClass = {
  name: 'default',
  version: 2,
  definition: {
    match: {},
    start: 'receipt',
    minimumDays: 365,
    insteadOfDefault: false,
  },
  effectiveAt: '2026-09-01T00:00:00Z',
  source: 'config',
};

export const hold: Hold = {
  id: 'hold-1',
  target: { entityRef: 'component:default/checkout' },
  reason: `Litigation ${HOSTILE}`,
  reference: 'CASE-17',
  placedAt: '2026-08-01T00:00:00Z',
  placedBy: ada,
  reviewAt: '2026-11-01T00:00:00Z',
  reviewDue: true,
  about: { entityRef: 'component:default/checkout' },
  covers: { entities: 1, releases: 31, evidence: 212, bytes: 700_000_000 },
};

export const heldEntities: HeldEntityRow[] = [
  {
    entityRef: 'component:default/checkout',
    owner: 'group:default/payments',
    inCatalog: false,
    releases: 31,
    evidence: 212,
    since: '2026-08-01T00:00:00Z',
    matches: false,
  },
];

/** The retention routes with something of everything. */
export function inMemoryRetention(): RetentionApi {
  const page = async () => ({ items: [] });
  const unused = async () => {
    throw new Error('The pages do not ask for this');
  };
  return {
    getOverview: async () => overview,
    getExpiring: async () => ({
      items: [
        {
          evidenceId: 'ev-1',
          releaseId: 'rel-1',
          entityRef: 'component:default/checkout',
          version: '1.0.0',
          channel: 'release',
          kind: 'sbom',
          digest: hex('1'),
          size: 1_400_000,
          until: '2026-12-03T00:00:00Z',
          rule: 'default',
          live: true,
          held: true,
          state: 'kept',
        },
        {
          evidenceId: 'ev-2',
          releaseId: 'rel-2',
          entityRef: 'component:default/checkout',
          version: '87@4be1f0c2',
          channel: 'change',
          kind: 'scan',
          digest: hex('2'),
          size: 90_000,
          until: '2026-11-20T00:00:00Z',
          rule: 'changes',
          live: false,
          held: false,
          state: 'marked',
          deletesAt: '2026-12-04T00:00:00Z',
        },
      ],
      nextCursor: 'next',
    }),
    getMissing: async () => ({
      items: [
        {
          entityRef: 'component:default/docs',
          owner: 'group:default/platform',
          release: '1.0.0',
          missing: ['sbom', 'provenance'],
          level: 'required',
          since: '2026-11-01T00:00:00Z',
        },
      ],
      totalItems: 1,
    }),
    getClasses: async () => ({
      effective: [
        defaultClass,
        {
          name: 'cra',
          version: 1,
          definition: {
            match: { channels: ['release'], entities: { type: 'product' } },
            start: 'end-of-support',
            minimumDays: 3_650,
            insteadOfDefault: false,
          },
          effectiveAt: '2026-10-01T00:00:00Z',
          source: 'proposal',
          proposalId: 'prop-0',
        },
      ],
      history: [
        {
          ...defaultClass,
          version: 1,
          definition: { ...defaultClass.definition, minimumDays: 180 },
          endedAt: '2026-09-01T00:00:00Z',
        },
      ],
      pending: [
        {
          class: 'changes',
          shortens: ['Changes are kept for 14 days instead of 30.'],
        },
      ],
    }),
    getProposals: async () => [
      {
        id: 'prop-1',
        class: 'default',
        shortens: ['Everything is kept for 300 days instead of 365.'],
        state: 'open',
        reason: 'Storage',
        proposedAt: '2026-11-25T00:00:00Z',
        proposedBy: ada,
        preview: {
          affected: { evidence: 9_800, bytes: 30_000_000_000 },
          released: { evidence: 1_200, bytes: 3_000_000_000 },
          entities: [
            {
              entityRef: 'component:default/checkout',
              affected: 400,
              released: 80,
            },
          ],
        },
      },
    ],
    propose: unused,
    approveProposal: unused,
    rejectProposal: unused,
    getRuns: page,
    getAlarms: async () => overview.alarms,
    confirmAlarm: async id => overview.alarms.find(one => one.id === id)!,
    getTombstones: async () => ({
      items: [
        {
          id: 'tomb-1',
          digest: hex('f'),
          kind: 'sbom',
          entityRef: 'component:default/checkout',
          version: '0.9.0',
          releaseId: 'rel-0',
          deletedAt: '2026-11-01T00:00:00Z',
          receivedAt: '2025-10-01T00:00:00Z',
          rule: 'default',
          bytes: 'gone',
        },
        {
          id: 'tomb-2',
          digest: hex('f'),
          deletedAt: '2026-11-02T00:00:00Z',
          rule: 'erasure',
          bytes: 'gone',
        },
      ],
      present: [
        {
          entityRef: 'component:default/checkout',
          releaseId: 'rel-241',
          version: '2.4.1',
          evidenceId: 'ev-sbom',
        },
      ],
    }),
    getDeadReferences: async () => ({
      items: [
        {
          docsEntityRef: 'component:default/runbooks',
          file: 'incidents/index.html',
          reference: {
            namespace: 'default',
            name: 'evidence-component-checkout',
            page: `evidence/${'f'.repeat(64)}`,
          },
          cause: 'deleted',
          entityRef: 'component:default/checkout',
          at: '2026-11-01T00:00:00Z',
          rule: 'changes',
        },
        {
          docsEntityRef: 'component:default/runbooks',
          file: 'index.html',
          reference: {
            namespace: 'default',
            name: 'evidence-component-checkout',
            page: 'releases/rel-9',
          },
          cause: 'unknown',
          entityRef: 'component:default/checkout',
        },
      ],
      docs: {
        read: 12,
        unpublished: 1,
        unreadable: [
          {
            entityRef: 'component:default/legacy',
            reason: 'TechDocs answered 503',
          },
        ],
        checkedAt: '2026-11-26T03:00:00Z',
      },
    }),
    getRestoreCheck: async () => ({
      journalled: 1_504,
      replayedAt: '2026-11-27T00:00:00Z',
      replayed: 2,
      kept: 0,
      returned: 0,
    }),
    getHolds: async () => [
      hold,
      {
        ...hold,
        id: 'hold-0',
        target: { query: { entities: 'component:default/*', kinds: ['scan'] } },
        reviewDue: false,
        liftedAt: '2026-10-01T00:00:00Z',
        liftedBy: grace,
        liftReason: 'Settled',
        about: undefined,
        covers: { entities: 0, releases: 0, evidence: 0, bytes: 0 },
      },
    ],
    placeHold: async () => hold,
    previewHold: async () => ({ covers: hold.covers, entities: heldEntities }),
    getHeldEntities: async () => ({
      items: heldEntities,
      totalItems: heldEntities.length,
    }),
    liftHold: async () => hold,
    reviewHold: async () => hold,
    getErasures: async () => [
      {
        id: 'era-1',
        digest: hex('a'),
        legalBasis: 'GDPR Art. 17 (1) (a)',
        reason: 'Asked for by the person',
        state: 'open',
        requestedAt: '2026-11-20T00:00:00Z',
        requestedBy: ada,
        placements: 2,
        held: false,
      },
    ],
    requestErasure: unused,
    approveErasure: unused,
    rejectErasure: unused,
    getAccesses: async () => ({
      items: [
        {
          action: 'download',
          by: grace,
          entityRef: 'component:default/checkout',
          releaseId: 'rel-241',
          version: '2.4.1',
          evidenceId: 'ev-sbom',
          kind: 'sbom',
          fileName: 'bom.json',
          firstAt: '2026-11-26T08:00:00Z',
          lastAt: '2026-11-26T09:00:00Z',
          times: 3,
        },
      ],
    }),
    restoreArtifact: unused,
    getLiveReleases: async () => [],
    recordRetirement: unused,
  };
}

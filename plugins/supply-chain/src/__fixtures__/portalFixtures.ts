import {
  Arrival,
  EvidenceDot,
  HealthCause,
  HealthMatrixRow,
  PipelineStatus,
  PortfolioRow,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { HOSTILE } from './releaseFixtures';

const dots: EvidenceDot[] = [
  { kind: 'sbom', state: 'ok' },
  { kind: 'provenance', state: 'unverified', since: '2026-11-20T09:00:00Z' },
  { kind: 'scan', state: 'missing', since: '2026-11-10T09:00:00Z' },
  { kind: 'checksums', state: 'not-expected' },
];

const STATES: PostureState[] = [
  'cannot-ship',
  'can-ship',
  'would-not-ship',
  'out-of-date',
  'not-known',
  'could-not-judge',
];
const NAMES = ['checkout', 'payments', 'catalogue', 'ledger', 'mailer', 'edge'];

function reasonOf(state: PostureState, n: number): string | undefined {
  if (state === 'can-ship' || state === 'not-known') return undefined;
  return n === 0
    ? `AGPL-3.0-only is not allowed: ${HOSTILE}`
    : 'Expected scan is missing since 2.3.0';
}

export const portfolio: PortfolioRow[] = Array.from({ length: 36 }, (_, n) => {
  const state = STATES[n % STATES.length];
  const name = `${NAMES[n % NAMES.length]}${n < 6 ? '' : `-${n}`}`;
  return {
    entityRef: `component:default/${name}`,
    owner: n % 3 === 0 ? 'group:default/platform' : 'group:default/payments',
    system: n % 2 === 0 ? 'system:default/shop' : 'system:default/back-office',
    release:
      state === 'not-known'
        ? undefined
        : {
            id: `rel-${n}`,
            entityRef: `component:default/${name}`,
            version: `2.${n}.1`,
            channel: 'release',
            line: 'main',
            madeAt: '2026-11-23T09:00:00Z',
            newest: true,
          },
    state,
    stateSince: '2026-11-18T09:00:00Z',
    newlyBroken: n === 0,
    firstReason: reasonOf(state, n),
    moreReasons: n % 3,
    evidence: dots,
  };
});

export const causes: HealthCause[] = [
  {
    code: 'sbom-stopped',
    title: 'SBOM stopped arriving',
    entities: [
      {
        entityRef: 'component:default/ledger',
        owner: 'group:default/platform',
        version: '1.8.0',
      },
      { entityRef: 'component:default/mailer', version: '0.4.0' },
    ],
    entityCount: 2,
    since: '2026-11-20T09:00:00Z',
    remedy: 'Look at the last good pipeline run and put its upload step back.',
    arrivals: { entity: 'component:default/ledger' },
    lastGood: {
      entityRef: 'component:default/ledger',
      version: '1.7.9',
      at: '2026-11-19T09:00:00Z',
    },
  },
  {
    code: 'token.audience',
    title: 'Token audience is wrong',
    entities: ['checkout', 'payments', 'catalogue', 'edge', 'ledger'].map(
      name => ({
        entityRef: `component:default/${name}`,
        owner: 'group:default/payments',
      }),
    ),
    entityCount: 5,
    since: '2026-11-23T09:10:00Z',
    remedy: 'Set the audience to https://portal.example.com in the workflow.',
    arrivals: { outcome: 'refused', code: 'token.audience' },
  },
  {
    code: 'promoted-despite-no',
    title: 'Promoted although the gate said no',
    entities: [{ entityRef: 'component:default/edge', version: '3.1.0' }],
    entityCount: 1,
    since: '2026-11-22T09:00:00Z',
    remedy: 'Let the deployment stop where the gate says no.',
    arrivals: { entity: 'component:default/edge' },
    lastPromotion: {
      entityRef: 'component:default/edge',
      version: '3.1.0',
      stage: 'production',
      at: '2026-11-22T09:00:00Z',
      by: { type: 'pipeline', ref: 'pipeline:github/1' },
    },
  },
];

export const matrix: HealthMatrixRow[] = portfolio
  .slice(0, 14)
  .map(({ entityRef, owner, release }) => ({
    entityRef,
    owner,
    version: release?.version,
    cells: dots,
  }));

export const arrivals: Arrival[] = [
  {
    id: 'arr-1',
    at: '2026-11-23T12:10:00Z',
    outcome: 'refused',
    entityRef: 'component:default/checkout',
    version: '2.4.1',
    channel: 'release',
    kind: 'sbom',
    fileName: 'bom.json',
    principal: { type: 'pipeline', ref: 'repo:acme/checkout' },
    source: 'acme/checkout @ build.yml',
    via: 'http',
    code: 'json.duplicate-key',
    status: 422,
    reason: `The key is there twice: ${HOSTILE}`,
    pointer: '/components/3/name',
    line: 48,
    remedy: 'Write every key of an object once.',
    times: 7,
    lastAt: '2026-11-23T12:40:00Z',
  },
  {
    id: 'arr-2',
    at: '2026-11-23T12:00:00Z',
    outcome: 'accepted',
    entityRef: 'component:default/payments',
    version: '412@0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    channel: 'change',
    kind: 'provenance',
    principal: { type: 'user', ref: 'user:default/ada' },
    via: 'page',
  },
  {
    id: 'arr-3',
    at: '2026-11-23T11:00:00Z',
    outcome: 'known',
    principal: { type: 'service', ref: 'external:nightly' },
    via: 'collector',
    kind: 'scan',
  },
];

export const status: PipelineStatus = {
  collectors: [
    {
      entityRef: 'component:default/ledger',
      location: './evidence/',
      lastRunAt: '2026-11-23T12:00:00Z',
      outcome: 'collected',
    },
  ],
  storage: { artifacts: 1312, bytes: 2_400_000_000, storedBytes: 410_000_000 },
  queue: { processing: 0, toJudge: 0 },
};

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openDatabase } from './database.mjs';
import { backend, evidence } from './sources.mjs';

const require = createRequire(
  new URL('../../plugins/supply-chain-backend/package.json', import.meta.url),
);

// What goes wrong would be measured as if it were fast
const fail = (message, error) => {
  throw new Error(message, { cause: error });
};
const logger = { error: fail, warn: fail, info() {}, debug() {} };
logger.child = () => logger;

/** Every limit that would turn a bench away. */
const LIMITS = {
  answerDeadline: { minutes: 10 },
  rate: { perPrincipal: 1e9, perEntity: 1e9 },
  dailyBytes: { perPrincipal: 1e15, perEntity: 1e15 },
  maxConcurrentIntakes: 1000,
  maxConcurrentIntakesPerPrincipal: 1000,
};

/** What the backend asks of Backstage, answered at once. */
function backstage() {
  const announce = { publish: async () => {} };
  const event = { success: async () => {}, fail: async () => {} };
  return {
    logger,
    events: announce,
    signals: announce,
    auditor: { createEvent: async () => event },
    auth: { getOwnServiceCredentials: async () => ({}) },
    reader: {},
    catalog: {
      getEntityByRef: async ref => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { namespace: 'default', name: ref.split('/')[1] },
        spec: { type: 'service', lifecycle: 'production', owner: 'team' },
      }),
    },
  };
}

/**
 * The write side of the backend, on a SQLite file unless told otherwise, without
 * HTTP and catalog: real workers, store, intake, trust and judging.
 *
 * @param engine sqlite or pg
 * @param trust the `supplyChain.trust` of its config
 */
export async function openPortal(engine, { trust } = {}) {
  const { ConfigReader } = require('@backstage/config');
  const { readConfig } = backend('config/readConfig.ts');
  const { createWriteSide } = backend('createWriteSide.ts');
  const { DefaultIntakeService } = backend('intake/DefaultIntakeService.ts');
  const { FileArtifactStore } = backend('intake/store/FileArtifactStore.ts');
  const { silentMetrics: metrics } = backend('__testUtils__/silentMetrics.ts');
  const opened = await openDatabase(engine);
  const config = readConfig(
    new ConfigReader({
      supplyChain: {
        store: { directory: join(opened.folder, 'artifacts') },
        limits: LIMITS,
        trust,
      },
    }),
  );
  const { limits } = config;
  const workers = evidence().createEvidenceWorkers({
    threads: config.workers,
    readTimeoutMs: limits.readTimeoutMs,
    judgeTimeoutMs: limits.judgeTimeoutMs,
    limits,
  });
  const store = await FileArtifactStore.create(config.storeDirectory);
  const options = {
    ...backstage(),
    database: opened.database,
    config,
    workers,
    store,
    temporary: store.temporary,
    metrics,
  };
  const side = createWriteSide(options);
  await side.policies.start();
  const recordOnly = new DefaultIntakeService({
    ...options,
    recorder: side.recorder,
    late: side.late,
    judging: { judge: async () => {} },
  });
  return {
    ...opened,
    workers,
    /** Takes one document in, and has it judged unless told otherwise. */
    async submit(bytes, { name, version, judge = true, outputs }) {
      return await (judge ? side.intake : recordOnly).submit({
        principal: { type: 'service', ref: 'external:bench' },
        via: 'http',
        entityRef: `component:default/${name}`,
        version,
        outputs,
        body: Readable.from(chunksOf(bytes)),
      });
    },
    async close() {
      await workers.close();
      await opened.close();
    },
  };
}

function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield bytes.subarray(at, at + 65_536);
  }
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openDatabase } from './database.mjs';
import { backend, evidence } from './sources.mjs';

const require = createRequire(
  new URL('../../plugins/supply-chain-backend/package.json', import.meta.url),
);

const silent = { error: console.error, warn() {}, info() {}, debug() {} };
silent.child = () => silent;
const metrics = { arrived() {}, intakeTook() {}, judged() {} };

/** A subject is what the catalog would have told; here it is written at once. */
async function find(knex, entityRef) {
  const known = await knex('subject').where({ entity_ref: entityRef }).first();
  if (known) return known;
  const name = entityRef.split('/')[1];
  const now = Date.now();
  await knex('subject').insert({
    uid: `subject-${name}`,
    entity_ref: entityRef,
    kind: 'component',
    namespace: 'default',
    name,
    in_scope: true,
    expected: JSON.stringify([{ kind: 'sbom', level: 'required' }]),
    created_at: now,
    state_since: now,
    dots: '[]',
  });
  return knex('subject').where({ entity_ref: entityRef }).first();
}

/**
 * The write side of the backend, on a SQLite file unless told otherwise, without
 * HTTP and catalog: real workers, store, intake and judging.
 */
export async function openPortal(engine) {
  const { ConfigReader } = require('@backstage/config');
  const { readConfig } = backend('config/readConfig.ts');
  const { FileArtifactStore } = backend('intake/store/FileArtifactStore.ts');
  const { FragmentReader } = backend('database/FragmentReader.ts');
  const { ArrivalRecorder } = backend('intake/ArrivalRecorder.ts');
  const { DefaultIntakeService } = backend('intake/DefaultIntakeService.ts');
  const { ReleaseJudge } = backend('judging/ReleaseJudge.ts');
  const { DefaultJudgeQueue } = backend('judging/DefaultJudgeQueue.ts');
  const opened = await openDatabase(engine);
  const { database, knex } = opened;
  const config = readConfig(
    new ConfigReader({
      supplyChain: {
        store: { directory: join(opened.folder, 'artifacts') },
        limits: {
          answerDeadline: { minutes: 10 },
          rate: { perPrincipal: 1e9, perEntity: 1e9 },
          dailyBytes: { perPrincipal: 1e15, perEntity: 1e15 },
        },
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
  const fragments = new FragmentReader();
  const recorder = new ArrivalRecorder({
    database,
    subjects: { find: ref => find(knex, ref) },
    workers,
    store,
    fragments,
    config,
  });
  const announce = { publish: async () => {} };
  const judging = new DefaultJudgeQueue({
    database,
    judge: new ReleaseJudge({ database, fragments, workers, config }),
    events: announce,
    signals: announce,
    metrics,
    logger: silent,
  });
  const intake = judge =>
    new DefaultIntakeService({
      database,
      recorder,
      judging: judge ? judging : { judge: async () => {} },
      config,
      temporary: store.temporary,
      metrics,
      logger: silent,
    });
  return {
    ...opened,
    workers,
    /** Takes one document in, and has it judged unless told otherwise. */
    async submit(bytes, { name, version, judge = true }) {
      return await intake(judge).submit({
        principal: { type: 'service', ref: 'external:bench' },
        via: 'http',
        entityRef: `component:default/${name}`,
        version,
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

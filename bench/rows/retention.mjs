import { createHash } from 'node:crypto';
import { engines, openDatabase } from '../lib/database.mjs';
import { timed } from '../lib/measure.mjs';
import { backend } from '../lib/sources.mjs';

const PIECES = 10_000;
const DAY = 24 * 60 * 60 * 1000;
const ROWS = 100;

/** A store that costs nothing: unlinking is the file system's. */
const store = {
  async put() {
    return { key: 'bench', storedSize: 1000 };
  },
  async has() {
    return true;
  },
  async remove() {},
};

/** Issue's bar: retention of 10,000 SBOMs in at most 5 s, apart from unlinking. */
export const retention = {
  name: 'retention',
  title: `retention of ${PIECES} SBOMs, apart from unlinking`,
  async run() {
    const measures = [];
    for (const engine of engines) {
      const opened = await openDatabase(engine);
      try {
        measures.push(...(await measure(opened)));
      } finally {
        await opened.close();
      }
    }
    return measures;
  },
};

async function measure({ engine, knex, database, folder }) {
  const { RetentionTask } = backend('retention/run/RetentionTask.ts');
  const { TombstoneJournal } = backend(
    'retention/tombstones/TombstoneJournal.ts',
  );
  const { readRetention } = backend('config/readRetention.ts');
  const { adoptConfig } = backend('retention/classes/adoptConfig.ts');
  const retention = readRetention(undefined, folder);
  retention.run.rate = 1e9;
  retention.run.graceMs = 0;
  retention.run.alarm = { share: 1, atLeast: PIECES };
  await adoptConfig({ database, configured: retention.classes, now: 0 });
  await fill(knex);
  // As autovacuum would have, long before anything expires
  await knex.raw('analyze');
  const silent = { retentionRan() {}, alarmed() {}, scrubbed() {} };
  const task = new RetentionTask({
    database,
    store,
    journal: new TombstoneJournal({ directory: `${folder}/journal` }),
    retention,
    audit: { run: (_action, _meta, work) => work() },
    metrics: silent,
    logger: { warn() {} },
  });
  const marking = await timed(() => task.run());
  const deleting = await timed(() => task.run());
  if (deleting.result.unlinked !== PIECES) {
    throw new Error(`${deleting.result.unlinked} of ${PIECES} were deleted`);
  }
  const wall = (marking.wall + deleting.wall) / 1000;
  return [
    {
      label: `${engine}: mark and delete`,
      value: wall,
      unit: 's',
      first: 5,
      goal: 5,
    },
  ];
}

async function fill(knex) {
  const old = Date.now() - 400 * DAY;
  await knex('subject').insert(
    Array.from({ length: 100 }, (_, i) => ({
      id: i + 1,
      uid: `s${i}`,
      entity_ref: `component:default/svc-${i}`,
      kind: 'component',
      namespace: 'default',
      name: `svc-${i}`,
      expected: '[]',
      dots: '[]',
      created_at: old,
      state_since: old,
      gone_at: old,
    })),
  );
  for (let from = 0; from < PIECES; from += ROWS) {
    const ids = Array.from({ length: ROWS }, (_, i) => from + i + 1);
    const digest = id => createHash('sha256').update(`${id}`).digest('hex');
    const add = (table, toRow) => knex(table).insert(ids.map(toRow));
    await add('release', id => ({
      id,
      uid: `r${id}`,
      subject_id: (id % 100) + 1,
      channel: 'release',
      version: `${id}`,
      made_at: old + id,
      created_at: old,
    }));
    await add('artifact', id => ({
      sha256: digest(id),
      size: 10_000,
      stored_size: 1000,
      store_key: `${id}`,
      created_at: old,
      expires_at: old,
    }));
    await add('reading', id => ({
      id,
      sha256: digest(id),
      reader_version: 1,
      summary: '{}',
      fragment: Buffer.alloc(4000),
    }));
    await add('component_set', id => ({
      reading_id: id,
      count: 1500,
      ids: Buffer.alloc(2000),
      flags: Buffer.alloc(1500),
    }));
    await add('evidence', id => ({
      id,
      uid: `e${id}`,
      release_id: id,
      reading_id: id,
      sha256: digest(id),
      kind: 'sbom',
      stream: 'svc',
      signature: '{}',
      bound: '{}',
      trust: '{}',
      received_at: old,
      received_type: 'service',
      received_ref: 'external:bench',
      expires_at: old + 365 * DAY,
    }));
    // As an arrival leaves it
    await add('retention_promise', id => ({
      evidence_id: id,
      class: 'default',
      start: 'receipt',
      minimum_ms: 365 * DAY,
      started_at: old,
      due_at: old + 365 * DAY,
    }));
    await add('receipt', id => ({
      uid: `t${id}`,
      subject_id: (id % 100) + 1,
      release_id: id,
      evidence_id: id,
      sha256: digest(id),
      outcome: 'accepted',
      at: old,
      principal_type: 'service',
      principal_ref: 'external:bench',
      via: 'http',
    }));
    await add('decision', id => ({
      uid: `d${id}`,
      release_id: id,
      verdict: 'passed',
      mode: 'observe',
      collection: 'release',
      policy_digest: 'sha256:1',
      data_digest: 'sha256:1',
      facts_digest: 'sha256:1',
      inputs: '[]',
      counts: '{}',
      rules: '[]',
      judged_at: old,
    }));
  }
}

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSideIn } from './runUntilKilled';

const DAY = 24 * 60 * 60 * 1000;
/** More than one transaction takes. */
export const PIECES = 1600;

/** Makes evidence that expired long ago, once, and prints when it is there. */
export async function fill(directory: string): Promise<void> {
  const { knex, store, workers } = await writeSideIn(directory);
  const now = Date.now();
  const old = now - 400 * DAY;
  await knex('subject').insert({
    id: 1,
    uid: 's',
    entity_ref: 'component:default/app',
    kind: 'component',
    namespace: 'default',
    name: 'app',
    expected: '[]',
    created_at: old,
    state_since: old,
    dots: '[]',
    gone_at: old,
  });
  const path = join(directory, 'bytes');
  for (let i = 1; i <= PIECES; i += 1) {
    // Every second one shares its bytes with the one before
    const sha256 = await digestOf(i - ((i + 1) % 2), path);
    await store.put({ sha256, path });
    const release = { id: i, uid: `r${i}`, subject_id: 1, channel: 'release' };
    await knex('release').insert({
      ...release,
      version: `${i}`,
      made_at: old,
      created_at: old,
    });
    await knex('artifact')
      .insert({
        sha256,
        size: 4,
        stored_size: 4,
        store_key: sha256,
        created_at: old,
        expires_at: old,
      })
      .onConflict('sha256')
      .ignore();
    await knex('reading').insert({
      id: i,
      sha256,
      reader_version: 1,
      hint_kind: `${i}`,
      summary: '{}',
      fragment: Buffer.of(0),
    });
    await knex('evidence').insert({
      id: i,
      uid: `e${i}`,
      release_id: i,
      reading_id: i,
      sha256,
      kind: 'other',
      stream: 's',
      signature: '{}',
      bound: '{}',
      trust: '{}',
      received_at: old,
      received_type: 'service',
      received_ref: 'ci',
      expires_at: old + DAY,
      marked_at: old,
      delete_after: old,
    });
    await knex('retention_promise').insert({
      evidence_id: i,
      class: 'default',
      start: 'receipt',
      minimum_ms: DAY,
      started_at: old,
      due_at: old + DAY,
    });
  }
  // As if a person had confirmed that so much is meant
  await knex('retention_state').update({ allowed_volume: PIECES });
  await workers.close();
  await knex.destroy();
}

async function digestOf(i: number, path: string): Promise<string> {
  const bytes = Buffer.from(String(i).padStart(4, '0'));
  await writeFile(path, bytes);
  return createHash('sha256').update(bytes).digest('hex');
}

/** Runs retention until nothing is left, or it is killed. */
export async function retainUntilKilled(directory: string): Promise<void> {
  const { keeping, knex } = await writeSideIn(directory);
  process.stdout.write('ready\n');
  for (;;) {
    // Who was killed holds its turn for two minutes
    await knex('retention_state').update({ lease_by: null, lease_until: null });
    await keeping.task.run();
  }
}

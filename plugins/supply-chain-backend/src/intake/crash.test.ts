import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Knex } from 'knex';
import { writeSideIn } from '../__testUtils__/runUntilKilled';
import { decodeIds } from '../database/componentSet';
import { FileArtifactStore } from './store/FileArtifactStore';

jest.setTimeout(300_000);

const KILLS = 12;

/** Starts the intake and kills it `ms` after it got going; gives what it had promised. */
async function killAfter(directory: string, ms: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [join(__dirname, '../__testUtils__/crashChild.js'), directory],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let errors = '';
  child.stderr.on('data', chunk => (errors += chunk));
  child.stdout.on('data', chunk => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), ms);
    output += chunk;
  });
  const signal = await new Promise(done =>
    child.on('close', (_code, killedBy) => done(killedBy)),
  );
  if (signal !== 'SIGKILL') throw new Error(`The child ended: ${errors}`);
  // The last line may have been cut off
  return output.split('\n').slice(1, -1);
}

async function expectWhole(
  knex: Knex,
  store: FileArtifactStore,
): Promise<void> {
  const evidence = await knex('evidence');
  for (const row of evidence) {
    const hash = createHash('sha256');
    for await (const chunk of await store.open(row.sha256)) hash.update(chunk);
    expect(hash.digest('hex')).toBe(row.sha256);
    const set = await knex('component_set')
      .where({ reading_id: row.reading_id })
      .first();
    const ids = decodeIds(set.ids);
    expect(ids).toHaveLength(300);
    const [{ n }] = await knex('component')
      .whereIn('id', ids)
      .count({ n: '*' });
    expect(n).toBe(300);
    expect(await knex('receipt').where({ evidence_id: row.id })).toHaveLength(
      1,
    );
    const { sha256 } = row;
    const isSigned = row.receipt_policy_digest !== null;
    expect(await knex('verification').where({ sha256 })).toHaveLength(
      isSigned ? 1 : 0,
    );
    expect(
      await knex('event').where({
        release_id: row.release_id,
        type: 'evidence-accepted',
      }),
    ).toHaveLength(1);
  }
  for (const table of ['release', 'receipt', 'artifact', 'reading']) {
    expect(await knex(table)).toHaveLength(evidence.length);
  }
  const newest = await knex('release')
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  if (!newest) return;
  const [subject] = await knex('subject');
  expect(subject.newest_release_id).toBe(newest.id);
  const stream = await knex('stream').first();
  expect(stream.current_release_id).toBe(newest.id);
  const current = await knex('component_set')
    .where({ id: stream.current_set_id })
    .first();
  const rows = await knex('current_component')
    .orderBy('component_id')
    .select('component_id');
  expect(rows.map(row => row.component_id)).toEqual(decodeIds(current.ids));
}

/** Once everything is judged, what is signed is trusted, and nothing else. */
async function expectRelated(knex: Knex): Promise<void> {
  const policies = await knex('trust_policy');
  expect(policies).toHaveLength(1);
  for (const row of await knex('evidence')) {
    const isSigned = row.receipt_policy_digest !== null;
    expect(JSON.parse(row.trust).state).toBe(isSigned ? 'trusted' : 'none');
  }
  for (const row of await knex('release')) {
    expect(row.trust_policy_digest).toBe(policies[0].digest);
  }
}

it('shows all or nothing after each kill -9, and judges what was left marked', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'supply-chain-crash-'));
  const promised: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    promised.push(...(await killAfter(directory, Math.random() * 1000)));
    const { knex, store, intake, queue, workers } = await writeSideIn(
      directory,
    );
    await expectWhole(knex, store);
    for (const uid of promised) {
      expect(await intake.getReceipt(uid)).toMatchObject({
        status: 'accepted',
      });
    }
    await queue.judgeAll();
    expect(await knex('release').whereRaw('judge_asked > judge_done')).toEqual(
      [],
    );
    expect(await knex('release').whereNull('decision_id')).toEqual([]);
    await expectRelated(knex);
    await store.sweep(0);
    await workers.close();
    await knex.destroy();
  }
  expect(promised.length).toBeGreaterThan(KILLS);
  await rm(directory, { recursive: true });
});

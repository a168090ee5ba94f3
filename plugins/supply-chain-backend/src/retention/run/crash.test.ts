// What is left is looked at after the kill that leaves nothing to delete
/* eslint-disable jest/no-conditional-expect */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, PIECES } from '../../__testUtils__/retainUntilKilled';
import { writeSideIn } from '../../__testUtils__/runUntilKilled';

jest.setTimeout(600_000);

const MOST_KILLS = 40;

/** Kills the run so many milliseconds after it got going. */
async function killAfter(directory: string, ms: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(__dirname, '../../__testUtils__/retainChild.js'), directory],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', chunk => (errors += chunk));
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
  const signal = await new Promise(done =>
    child.on('close', (_code, killedBy) => done(killedBy)),
  );
  if (signal !== 'SIGKILL') throw new Error(`The child ended: ${errors}`);
}

it('leaves no orphan of either kind, whenever it is killed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'supply-chain-keep-'));
  await fill(directory);
  let left = Infinity;
  let between = 0;
  for (let kill = 0; kill < MOST_KILLS && left > 0; kill += 1) {
    await killAfter(directory, 30 + Math.random() * 120);
    const { knex, store, keeping, workers } = await writeSideIn(directory);
    const evidence = await knex('evidence');
    const tombstones = await knex('tombstone');
    expect(evidence.length + tombstones.length).toBe(PIECES);
    // Each has its event, and one only
    const events = await knex('event').where({ type: 'evidence-deleted' });
    expect(events).toHaveLength(tombstones.length);
    // No evidence without its bytes, whatever was half done
    for (const { sha256 } of evidence)
      expect(await store.has(sha256)).toBe(true);
    const waiting = await knex('artifact').whereNotNull('unlink_at');
    if (waiting.length > 0) between += 1;
    // Bytes go only after the journal has the tombstone
    const readJournal = async () => {
      const found = new Set<string>();
      for await (const entry of keeping.journal.read()) {
        found.add(entry.evidence);
      }
      return found;
    };
    const journalled = await readJournal();
    for (const row of tombstones) {
      if (await store.has(row.sha256)) continue;
      expect(journalled.has(row.evidence_uid)).toBe(true);
    }
    left = evidence.length;
    if (left === 0) {
      await knex('retention_state').update({ lease_until: null });
      await keeping.task.run();
      expect(await knex('artifact')).toEqual([]);
      const files: string[] = [];
      for await (const { name } of store.list()) files.push(name);
      expect(files).toEqual([]);
      expect((await readJournal()).size).toBe(PIECES);
    }
    await workers.close();
    await knex.destroy();
  }
  expect(left).toBe(0);
  // Some of the kills were between the phases, or this shows nothing
  expect(between).toBeGreaterThan(0);
  await rm(directory, { recursive: true });
});

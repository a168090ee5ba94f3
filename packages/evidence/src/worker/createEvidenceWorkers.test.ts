import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { toFragment } from '../facts/toFragment';
import { readEvidence } from '../readEvidence';
import { createEvidenceWorkers } from './createEvidenceWorkers';
import type { EvidenceWorkers } from './types';
import { workerEntry } from './workerPath';

const BOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: [
    { type: 'library', name: 'a', version: '1', purl: 'pkg:npm/a@1' },
  ],
});

describe('createEvidenceWorkers', () => {
  let folder: string;
  let workers: EvidenceWorkers;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    workers = createEvidenceWorkers();
  });

  afterAll(async () => {
    await workers.close();
    await rm(folder, { recursive: true });
  });

  async function file(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  it('reads in a thread what reading in the process gives', async () => {
    const result = await workers.read(await file('bom.json', BOM));
    const here = JSON.parse(
      JSON.stringify(toFragment(readEvidence(Buffer.from(BOM)))),
    );
    expect(here.components.purl).toEqual(['pkg:npm/a@1']);
    expect(result.fragment).toEqual(here);
    expect(JSON.parse(zstdDecompressSync(result.packed).toString())).toEqual(
      here,
    );
  });

  it('brings a refusal over with its place', async () => {
    const path = await file('broken.json', '{"bomFormat":\n  oops}');
    await expect(workers.read(path)).rejects.toMatchObject({
      name: 'EvidenceError',
      code: 'invalid-json',
      pointer: '/bomFormat',
      line: 2,
      column: 3,
      remedy: expect.any(String),
    });
  });

  it('ends a thread that takes too long, and goes on', async () => {
    const hasty = createEvidenceWorkers({
      readTimeoutMs: 1,
      judgeTimeoutMs: 1,
    });
    try {
      const path = await file('slow.json', BOM);
      await expect(hasty.read(path)).rejects.toMatchObject({ code: 'timeout' });
      const judgement = await hasty.judge(Buffer.from('{}'), {
        collection: 'release',
      });
      expect(judgement).toMatchObject({
        verdict: 'error',
        error: { code: 'timeout' },
      });
    } finally {
      await hasty.close();
    }
  });

  it('tells the rules of the bundle', async () => {
    const { digest, rules } = await workers.describePolicy();
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(rules.length).toBeGreaterThan(0);
  });

  it('finds the worker at the top of a built package', async () => {
    const built = join(folder, 'dist');
    await mkdir(join(built, 'worker'), { recursive: true });
    await writeFile(join(built, 'worker.cjs.js'), '');
    expect(workerEntry(join(built, 'worker'))).toEqual({
      path: join(built, 'worker.cjs.js'),
      execArgv: [],
    });
  });
});

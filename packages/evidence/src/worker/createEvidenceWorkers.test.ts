import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { handMadeBundle } from '../__testUtils__/handMadeBundle';
import { anSbomRelease } from '../__testUtils__/releases';
import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import { toFragment } from '../facts/toFragment';
import { defaultBundlePath } from '../policy/readBundle';
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

// Threads load TypeScript here, which takes a while on a busy machine.
jest.setTimeout(60_000);

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

  it('refuses what would say too much to the thread that asks', async () => {
    const small = createEvidenceWorkers({ limits: { maxReadingBytes: 100 } });
    try {
      await expect(
        small.read(await file('much.json', BOM)),
      ).rejects.toMatchObject({
        code: 'too-large',
        message: expect.stringMatching(
          /1 components, 0 dependencies and 0 findings take \d+ bytes, 100 are allowed/,
        ),
        remedy: expect.stringContaining('maxReadingBytes'),
      });
    } finally {
      await small.close();
    }
  });

  it('ends a read that takes too long', async () => {
    const hasty = createEvidenceWorkers({ readTimeoutMs: 1 });
    try {
      const components = Array.from({ length: 20_000 }, (_, index) => ({
        type: 'library',
        name: `a${index}`,
      }));
      const slow = JSON.stringify({ ...JSON.parse(BOM), components });
      const path = await file('slow.json', slow);
      await expect(hasty.read(path)).rejects.toMatchObject({
        name: 'EvidenceError',
        code: 'timeout',
        remedy: expect.any(String),
      });
    } finally {
      await hasty.close();
    }
  });

  it('ends a policy that never ends, and nothing else with it', async () => {
    const bundlePath = join(folder, 'bundle.tar.gz');
    await writeFile(bundlePath, handMadeBundle({ evaluation: 'loop' }));
    const own = createEvidenceWorkers({ bundlePath, judgeTimeoutMs: 2_000 });
    try {
      const facts = canonicalJson(anSbomRelease());
      const options = { collection: 'release' };
      const path = await file('behind.json', BOM);
      const [endless, behind] = await Promise.all([
        own.judge(facts, options),
        own.read(path),
      ]);
      expect(endless).toMatchObject({
        verdict: 'error',
        collection: 'release',
        factsDigest: `sha256:${sha256Hex(facts)}`,
        rules: [],
        error: { code: 'timeout' },
      });
      expect(behind.fragment.components?.name).toEqual(['a']);

      await copyFile(defaultBundlePath(), bundlePath);
      expect((await own.judge(facts, options)).verdict).toBe('passed');
    } finally {
      await own.close();
    }
  });

  it('says what a policy that gives up or cannot be had did', async () => {
    const facts = canonicalJson(anSbomRelease());
    const judgeWith = async (name: string, bundle?: Uint8Array) => {
      const bundlePath = join(folder, name);
      if (bundle) await writeFile(bundlePath, bundle);
      const own = createEvidenceWorkers({ bundlePath });
      try {
        const judgement = await own.judge(facts, { collection: 'release' });
        const told = await own.describePolicy().then(
          ({ digest }) => digest,
          error => ({
            name: error.name,
            code: error.code,
            message: error.message,
          }),
        );
        return { error: judgement.error, told };
      } finally {
        await own.close();
      }
    };
    const gaveUp = handMadeBundle({ evaluation: 'abort' });
    expect(await judgeWith('abort.tar.gz', gaveUp)).toEqual({
      error: {
        code: 'engine',
        message: expect.stringContaining('the policy gave up'),
      },
      told: `sha256:${sha256Hex(gaveUp)}`,
    });
    const missing = {
      code: 'bundle-missing',
      message: expect.stringContaining('absent.tar.gz'),
    };
    expect(await judgeWith('absent.tar.gz')).toEqual({
      error: missing,
      told: { name: 'PolicyError', ...missing },
    });
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

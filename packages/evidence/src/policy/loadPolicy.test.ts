import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import { anSbomRelease } from '../__testUtils__/releases';
import {
  HandMadeBundleOptions,
  handMadeBundle,
  tarGz,
} from '../__testUtils__/handMadeBundle';
import { loadPolicy } from './loadPolicy';

const RELEASE = { collection: 'release' };

describe('loadPolicy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(bytes: Uint8Array): string {
    const path = join(folder, `${sha256Hex(bytes)}.tar.gz`);
    writeFileSync(path, bytes);
    return path;
  }
  const writeHandMade = (options?: HandMadeBundleOptions) =>
    write(handMadeBundle(options));

  it('judges by the bundle of this package', async () => {
    const policy = await loadPolicy();
    const facts = canonicalJson(anSbomRelease());

    const judgement = policy.judge(facts, RELEASE);

    expect(judgement).toMatchObject({
      verdict: 'passed',
      collection: 'release',
      policyDigest: policy.digest,
      factsDigest: `sha256:${sha256Hex(facts)}`,
    });
    expect(judgement.error).toBeUndefined();
    const { total, passed, violations, warnings, notJudged } = judgement.counts;
    expect(total).toBe(judgement.rules.length);
    expect(passed + violations + warnings + notJudged).toBe(total);
    expect(total).toBeGreaterThanOrEqual(14);
    // The same facts give the same judgement, on a used engine too.
    expect(policy.judge(facts, RELEASE)).toEqual(judgement);
    expect((await loadPolicy()).judge(facts, RELEASE)).toEqual(judgement);
  });

  it('has a small collection and refuses unknown ones', async () => {
    const policy = await loadPolicy();
    const facts = canonicalJson(anSbomRelease());
    const minimal = policy.judge(facts, { collection: 'minimal' });
    expect(minimal.rules.map(rule => rule.code)).toEqual([
      'DIG-001',
      'DIG-002',
      'EVI-001',
      'INT-001',
      'SBOM-001',
      'SBOM-002',
      'SIG-001',
      'SIG-004',
    ]);
    expect(policy.judge(facts, { collection: 'nope' })).toMatchObject({
      verdict: 'error',
      error: { code: 'engine', message: expect.stringContaining("'nope'") },
    });
  });

  it('runs with data of its operator, and names that data by digest', async () => {
    const policy = await loadPolicy();
    const facts = canonicalJson(anSbomRelease());
    const strict = policy.judge(facts, {
      ...RELEASE,
      data: { denied_licences: ['MIT'] },
    });
    expect(strict.verdict).toBe('failed');
    const plain = policy.judge(facts, RELEASE);
    expect(plain.verdict).toBe('passed');
    expect(strict.dataDigest).not.toBe(plain.dataDigest);
  });

  it.each<[string, () => string, object]>([
    ['bundle-missing', () => join(folder, 'absent.tar.gz'), {}],
    ['bundle-missing', () => write(Buffer.from('no archive')), {}],
    ['bundle-missing', () => write(tarGz({})), {}],
    [
      'bundle-missing',
      () => write(gzipSync(gunzipSync(handMadeBundle()).subarray(0, 700))),
      {},
    ],
    ['bundle-digest', writeHandMade, { digest: `sha256:${'0'.repeat(64)}` }],
    ['entrypoint-missing', () => writeHandMade({ entrypoint: 'other' }), {}],
    [
      'builtin-missing',
      () => writeHandMade({ builtins: ['sprintf', 'time.now_ns'] }),
      {},
    ],
    [
      'engine',
      () =>
        write(
          tarGz({
            'data.json': Buffer.from('{"rules":[]}'),
            'policy.wasm': Buffer.from('no module'),
          }),
        ),
      {},
    ],
  ])('does not load: %s', async (code, path, options) => {
    await expect(loadPolicy(path(), options)).rejects.toMatchObject({
      name: 'PolicyError',
      code,
    });
  });

  it('names the builtins that are missing', async () => {
    const path = writeHandMade({ builtins: ['sprintf', 'time.now_ns'] });
    await expect(loadPolicy(path)).rejects.toThrow(/: time\.now_ns$/);
  });

  it.each<[HandMadeBundleOptions['evaluation'], string]>([
    ['abort', 'the policy gave up'],
    ['trap', 'unreachable'],
  ])(
    'turns a policy that ends by %s into an error',
    async (evaluation, says) => {
      const policy = await loadPolicy(writeHandMade({ evaluation }));
      expect(
        policy.judge(canonicalJson(anSbomRelease()), RELEASE),
      ).toMatchObject({
        verdict: 'error',
        error: { code: 'engine', message: expect.stringContaining(says) },
        rules: [],
      });
    },
  );

  it('gives no verdict on facts that are no JSON, and judges the next', async () => {
    const policy = await loadPolicy();
    expect(policy.judge(Buffer.from('{"now":'), RELEASE)).toMatchObject({
      verdict: 'error',
      error: { code: 'engine' },
    });
    const facts = canonicalJson(anSbomRelease());
    expect(policy.judge(facts, RELEASE).verdict).toBe('passed');
  });

  it('refuses facts that need more memory than allowed', async () => {
    const policy = await loadPolicy(undefined, { maxMemoryBytes: 8 << 20 });
    const small = canonicalJson(anSbomRelease());
    expect(policy.judge(small, RELEASE).verdict).toBe('passed');
    const large = canonicalJson({ ...anSbomRelease(), x: 'x'.repeat(1 << 20) });
    expect(policy.judge(large, RELEASE)).toMatchObject({
      verdict: 'error',
      error: { code: 'too-large' },
    });
  });

  it('can be ended by its thread when a policy never ends', async () => {
    const worker = new Worker(
      `const { parentPort, workerData } = require('node:worker_threads');
       const { loadPolicy } = require(workerData.module);
       loadPolicy(workerData.path).then(policy => {
         parentPort.postMessage('loaded');
         policy.judge(Buffer.from('{}'), { collection: 'release' });
         parentPort.postMessage('judged');
       });`,
      {
        eval: true,
        workerData: {
          module: require.resolve('./loadPolicy.ts'),
          path: writeHandMade({ evaluation: 'loop' }),
        },
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
      },
    );
    const messages: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.on('message', message => {
        messages.push(message);
        resolve();
      });
    });
    await new Promise(resolve => setTimeout(resolve, 100));
    await expect(worker.terminate()).resolves.toBe(1);
    expect(messages).toEqual(['loaded']);
  });
});

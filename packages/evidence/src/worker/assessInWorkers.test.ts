import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf } from '../__testUtils__/negatives';
import {
  aKeyLine,
  aKeyPair,
  aTrustPolicy,
} from '../__testUtils__/trustPolicies';
import { canonicalJson } from '../facts/canonicalJson';
import { readSigningKey, signBundle } from '../sign';
import { assessSigned } from '../trust/assessSigned';
import { readTrustPolicy } from '../trust/readTrustPolicy';
import { createEvidenceWorkers } from './createEvidenceWorkers';
import type { EvidenceWorkers } from './types';

// Threads load TypeScript here, which takes a while on a busy machine.
jest.setTimeout(60_000);

const pair = aKeyPair();
const statement = (subjects = 1) =>
  bytesOf({
    _type: 'https://in-toto.io/Statement/v1',
    subject: Array.from({ length: subjects }, (_, at) => ({
      name: `f${at}`,
      digest: { sha256: 'a'.repeat(64) },
    })),
    predicateType: 'https://example.test/said',
    predicate: {},
  });
const signed = (subjects?: number) =>
  bytesOf(signBundle(statement(subjects), readSigningKey(pair.privatePem)));

/** A policy as threads get it. */
function policyWith(id: string) {
  const loaded = readTrustPolicy(
    aTrustPolicy({
      keys: [{ name: 'ops', pem: pair.publicPem }],
      lines: [aKeyLine(['ops'], { id })],
    }),
  );
  return {
    loaded,
    bytes: { digest: loaded.digest, json: canonicalJson(loaded.policy) },
  };
}

describe('assess, in workers', () => {
  let folder: string;
  let workers: EvidenceWorkers;
  let path: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    workers = createEvidenceWorkers();
    path = join(folder, 'signed.json');
    await writeFile(path, signed());
  });
  afterAll(async () => {
    await workers.close();
    await rm(folder, { recursive: true });
  });

  it('gives what assessing in the process gives, under each policy', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'a']) {
      const { loaded, bytes } = policyWith(id);
      const found = await workers.assess(path, bytes);
      expect(found).toEqual(assessSigned(signed(), loaded));
      expect(found).toMatchObject({
        state: 'verified',
        policyDigest: loaded.digest,
        lines: [{ line: id, state: 'met' }],
      });
    }
  });

  it('brings over why a policy is refused', async () => {
    const { bytes } = policyWith('a');
    const refusals: [object, RegExp][] = [
      [
        { digest: `sha256:${'0'.repeat(64)}`, json: bytes.json },
        /This is sha256/,
      ],
      [{ digest: 'x', json: Buffer.from('no') }, /no JSON/],
      [{ digest: 'x', json: Buffer.from('{}') }, /schema/],
    ];
    for (const [policy, message] of refusals) {
      await expect(workers.assess(path, policy as any)).rejects.toMatchObject({
        name: 'TrustPolicyError',
        message: expect.stringMatching(message),
        problems: expect.arrayContaining([
          expect.objectContaining({ remedy: expect.any(String) }),
        ]),
      });
    }
    // Nothing of it was kept
    expect((await workers.assess(path, bytes)).state).toBe('verified');
  });

  it('refuses what is not signed, and what is too large', async () => {
    const { bytes } = policyWith('a');
    const plain = join(folder, 'plain.json');
    await writeFile(plain, statement());
    await expect(workers.assess(plain, bytes)).rejects.toMatchObject({
      name: 'EvidenceError',
      code: 'unknown-format',
    });
    const small = createEvidenceWorkers({ limits: { maxBytes: 100 } });
    try {
      await expect(small.assess(path, bytes)).rejects.toMatchObject({
        code: 'too-large',
      });
    } finally {
      await small.close();
    }
  });

  it('ends what takes too long', async () => {
    const large = join(folder, 'large.json');
    await writeFile(large, signed(10_000));
    const hasty = createEvidenceWorkers({ assessTimeoutMs: 1 });
    try {
      await expect(
        hasty.assess(large, policyWith('a').bytes),
      ).rejects.toMatchObject({ name: 'EvidenceError', code: 'timeout' });
    } finally {
      await hasty.close();
    }
  });
});

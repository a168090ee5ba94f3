import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  canonicalJson,
  sha256Hex,
  SignedAssessment,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { judgeFiles } from './judgeFiles';
import { readBytes } from './readFiles';

const corpus = resolve(__dirname, '../../../../../shared/corpus/attest');
const NOW = new Date('2026-11-23T12:00:00Z');
const key = { type: 'key' as const, keyId: 'k1' };

const policy: TrustPolicy = {
  schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1',
  roots: [],
  keys: [{ name: 'ci', pem: 'PEM' }],
  lines: [
    {
      id: 'ci',
      signer: { type: 'key', keys: ['ci'] },
      require: { log: 0, sct: 0, time: 0 },
      predicateTypes: ['*'],
      entities: ['component:default/shop'],
    },
  ],
  adoption: [
    { entities: ['*'], state: 'signed', from: '2026-01-01T00:00:00Z' },
  ],
};
const policyDigest = `sha256:${sha256Hex(canonicalJson(policy))}`;

function read(name: string) {
  const bytes = readFileSync(resolve(corpus, name));
  return readBytes(bytes, {
    given: name,
    path: resolve(corpus, name),
    fileName: basename(name),
    size: bytes.length,
    digest: `sha256:${sha256Hex(bytes)}`,
  });
}

(existsSync(corpus) ? describe : describe.skip)('judging with trust', () => {
  it('counts what a trust line lets its signer say, and nothing else', async () => {
    const files = [
      read('slsa-v1.cosign-key.dsse.json'),
      read('cyclonedx.rekor-v2.sigstore.json'),
    ];
    const assessments = new Map(
      files.map(({ file, fragment }): [string, SignedAssessment] => [
        file.digest,
        {
          policyDigest,
          state: 'verified',
          checks: [],
          signer: key,
          times: [],
          content: {
            type: 'statement',
            predicateType: fragment.recognised.predicateType!,
            subjects: fragment.subjects,
          },
          lines: [{ line: 'ci', state: 'met' }],
        },
      ]),
    );
    const judge = async (entityRef: string, known: typeof assessments) => {
      const { judgement } = await judgeFiles({
        read: files,
        entityRef,
        release: '1.0.0',
        channel: 'release',
        collection: 'release',
        expected: [],
        complete: true,
        trust: { policy, assessments: known },
        now: NOW,
      });
      return Object.fromEntries(
        judgement.rules.map(rule => [rule.code, rule.status]),
      );
    };
    expect(await judge('component:default/shop', assessments)).toMatchObject({
      'SIG-003': 'passed',
      'SIG-007': 'passed',
    });
    const untrusted = { 'SIG-003': 'warning', 'SIG-007': 'violation' };
    expect(await judge('component:default/till', assessments)).toMatchObject(
      untrusted,
    );
    expect(await judge('component:default/shop', new Map())).toMatchObject(
      untrusted,
    );
  });
});

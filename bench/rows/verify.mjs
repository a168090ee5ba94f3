import {
  createHash,
  createPublicKey,
  verify as verifySignature,
} from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, longestStall, median } from '../lib/measure.mjs';
import { evidence, source } from '../lib/sources.mjs';

const BATCH = 20;
const CONCURRENT = 100;

/** A signed statement of a release, and what it is checked with. */
async function signedRelease() {
  const { signAsJob, startPrivateSigstore } = source(
    'packages/evidence/src/__testUtils__/privateSigstore/index.ts',
  );
  const { aJobLine, policyOf } = source(
    'packages/evidence/src/__testUtils__/trustPolicies.ts',
  );
  const sigstore = await startPrivateSigstore();
  try {
    const statement = Buffer.from(
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: 'shop.tgz', digest: { sha256: 'a'.repeat(64) } }],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {},
      }),
    );
    const bundle = await signAsJob(sigstore, statement, { timestamp: true });
    // Two demands, as a policy in transition has them
    const loaded = policyOf(sigstore.trustedRoot, [
      aJobLine(),
      aJobLine({ id: 'strict', require: { log: 1, sct: 1, time: 2 } }),
    ]);
    return { bytes: Buffer.from(JSON.stringify(bundle)), bundle, loaded };
  } finally {
    await sigstore.close();
  }
}

/** The least that any check of such a signature must do: hash it and verify it once. */
function floorOf(bytes, bundle) {
  const { certificate, x509CertificateChain } = bundle.verificationMaterial;
  const { rawBytes } = certificate ?? x509CertificateChain.certificates[0];
  const key = createPublicKey(
    `-----BEGIN CERTIFICATE-----\n${rawBytes}\n-----END CERTIFICATE-----\n`,
  );
  const { payload, payloadType, signatures } = bundle.dsseEnvelope;
  const content = Buffer.from(payload, 'base64');
  const signed = Buffer.from(
    `DSSEv1 ${payloadType.length} ${payloadType} ${content.length} ${content}`,
  );
  const signature = Buffer.from(signatures[0].sig, 'base64');
  return () => {
    createHash('sha256').update(bytes).digest();
    if (!verifySignature('sha256', signed, key, signature)) {
      throw new Error('The floor does not verify what it should');
    }
  };
}

/** Design section 11: a bundle with certificate, log entry, time stamp and SCT. */
export const verify = {
  name: 'verify',
  title: 'assessing a Sigstore bundle under two demands, warm',
  async run({ rounds }) {
    const { assessSigned, canonicalJson, createEvidenceWorkers } = evidence();
    const { bytes, bundle, loaded } = await signedRelease();
    const probe = assessSigned(bytes, loaded);
    if (probe.lines.some(({ state }) => state !== 'met')) {
      throw new Error(`It should be trusted: ${JSON.stringify(probe.lines)}`);
    }
    const batch = work => () => {
      for (let n = 0; n < BATCH; n++) work();
    };
    const { cpu, ratios } = await interleave(
      {
        floor: batch(floorOf(bytes, bundle)),
        assess: batch(() => assessSigned(bytes, loaded)),
      },
      { rounds: rounds * 2, floor: 'floor' },
    );

    const folder = mkdtempSync(join(tmpdir(), 'bench-verify-'));
    const path = join(folder, 'bundle.json');
    writeFileSync(path, bytes);
    const policy = {
      digest: loaded.digest,
      json: canonicalJson(loaded.policy),
    };
    const workers = createEvidenceWorkers();
    try {
      const walls = [];
      for (let n = 0; n < 60; n++) {
        const began = performance.now();
        await workers.assess(path, policy);
        // The first ones load the code and compile it
        if (n >= 20) walls.push(performance.now() - began);
      }
      const { longest, p99 } = await longestStall(() =>
        Promise.all(
          Array.from({ length: CONCURRENT }, () =>
            workers.assess(path, policy),
          ),
        ),
      );
      return [
        {
          label: 'a bundle in a worker, there and back',
          value: median(walls),
          unit: 'ms',
          first: 20,
          goal: 10,
        },
        {
          label: 'a bundle, in the thread itself',
          value: cpu.assess / BATCH,
          unit: 'ms',
        },
        {
          label: 'ratio to sha256 and one verification',
          value: ratios.assess,
          unit: '×',
        },
        {
          label: `longest stall while ${CONCURRENT} are assessed`,
          value: longest,
          unit: 'ms',
          first: 100,
          goal: 50,
        },
        { label: 'p99 of probes', value: p99, unit: 'ms' },
      ];
    } finally {
      await workers.close();
      rmSync(folder, { recursive: true });
    }
  },
};

import { createHash } from 'node:crypto';
import { fragmentOf } from '../lib/fragment.mjs';
import { interleave } from '../lib/measure.mjs';
import { evidence } from '../lib/sources.mjs';
import { releases, world } from '../lib/world.mjs';

/** Design section 11: a decision over 1,500 components with a warm policy. */
export const decision = {
  name: 'decision',
  title: 'judging a release of 1,500 components, warm',
  async run({ rounds }) {
    const { assembleFacts, canonicalJson, loadPolicy } = evidence();
    const policy = await loadPolicy();
    const [ids] = releases(1500, 1);
    const fragment = fragmentOf(world(), ids);
    const now = new Date('2026-01-05T09:00:00Z');
    const digest = `sha256:${createHash('sha256')
      .update('bench')
      .digest('hex')}`;
    const options = {
      now,
      subject: {
        ref: 'component:default/svc',
        kind: 'component',
        namespace: 'default',
        name: 'svc',
      },
      release: {
        version: '1.0.0',
        channel: 'release',
        line: 'main',
        madeAt: now,
      },
      expected: [{ kind: 'sbom', level: 'required' }],
      outputs: [],
      evidence: [
        {
          id: 'e1',
          stream: 'svc',
          digest,
          receivedAt: now,
          receivedFrom: 'service',
          signature: { state: 'none' },
          bound: { state: 'placed', outputs: [], reason: 'bench' },
          trust: { state: 'none' },
          fragment,
        },
      ],
    };
    const facts = Buffer.from(canonicalJson(assembleFacts(options)));
    const probe = policy.judge(facts, { collection: 'release' });
    if (probe.verdict === 'error') throw new Error(probe.error.message);
    const { cpu } = await interleave(
      {
        judge: () => policy.judge(facts, { collection: 'release' }),
        assemble: () => canonicalJson(assembleFacts(options)),
      },
      { rounds: rounds * 4 },
    );
    return [
      {
        label: 'judge',
        value: cpu.judge,
        unit: 'ms',
        first: 25,
        goal: 10,
        note: `${(facts.length / 1000).toFixed(0)} kB of facts, ${
          probe.counts.total
        } rules`,
      },
      {
        label: 'assemble facts, canonical JSON',
        value: cpu.assemble,
        unit: 'ms',
      },
    ];
  },
};

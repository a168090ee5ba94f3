/*
 * Over generated releases: nothing that is unverified, untrusted, unbound or merely
 * declared raises a level or turns a rule green that asks for verification, and the
 * order in which evidence comes does not matter.
 */
import fc from 'fast-check';
import { canonicalJson } from '../facts/canonicalJson';
import { DocumentFragment } from '../facts/DocumentFragment';
import { Output } from '../model/Digest';
import { loadPolicy } from '../policy/loadPolicy';
import { Policy } from '../policy/Policy.types';
import { aFragment, aRelease, NOW, placed } from '../__testUtils__/releases';
import {
  aBuilt,
  aLine,
  anSbom,
  aProvenance,
  assessed,
  aTrustPolicy,
  CI,
  hex,
  hex512,
  KEY,
  relateOptions,
  unmetBy,
} from '../__testUtils__/trusted';
import { relateRelease } from './relateRelease';
import { RelatedEvidence, ReleaseTrust } from './ReleaseTrust';

const policy = aTrustPolicy(
  [
    aLine(),
    aLine({ id: 'elsewhere', entities: ['component:acme/*'] }),
    aLine({
      id: 'old',
      revoked: { reason: 'compromised', since: '2026-01-01T00:00:00Z' },
    }),
  ],
  [{ entities: ['*'], state: 'signed', from: '2026-01-01T00:00:00Z' }],
);
const otherPolicy = aTrustPolicy([aLine(), aLine({ id: 'of before' })]);

const NAMES = ['a', 'b', 'c'];
// Only of the release itself: a statement about the digest of the other documents is
// rightly about no output once they are there.
const DOCUMENTS = ['d0', 'd1', 'd2', 'd3'];

const subject = fc.oneof(
  fc.constantFrom(...NAMES, 'of another release').map(aBuilt),
  fc.constantFrom(...NAMES).map(name => ({
    name,
    digest: { sha256: hex(name), sha512: hex512(name) },
  })),
  fc.constantFrom(...NAMES).map(name => ({
    name,
    digest: { sha512: hex512(name) },
  })),
  fc.constantFrom(...NAMES).map(name => ({
    name,
    digest: { sha256: hex(name).slice(0, 32) },
  })),
  fc.constantFrom(...DOCUMENTS).map(id => aBuilt(`bytes of ${id}`)),
);
const subjects = fc.array(subject, { minLength: 1, maxLength: 3 });

const fragment: fc.Arbitrary<DocumentFragment> = fc.oneof(
  subjects.map(list => aProvenance(list)),
  fc
    .tuple(subjects, subjects)
    .map(([list, byproducts]) => aProvenance(list, { byproducts })),
  subjects.map(list => aProvenance(list, { builderId: 'another' })),
  subjects.map(list => anSbom(list)),
  fc.constant(anSbom()),
  subject.map(({ digest }) => ({
    ...anSbom(),
    header: {
      authors: [],
      tools: [],
      lifecycles: [],
      root: { ref: 'r', name: 'root', hashes: digest as Output['digest'] },
    },
  })),
);

/** Who signed it: nobody, or somebody whose word must not count here. */
const WORTHLESS = {
  unsigned: () => undefined,
  stranger: (of: DocumentFragment) =>
    assessed(policy, of, { meets: [], signer: KEY }),
  elsewhere: (of: DocumentFragment) =>
    assessed(policy, of, { meets: ['elsewhere'] }),
  compromised: (of: DocumentFragment) =>
    assessed(policy, of, { meets: ['old'] }),
  unchecked: (of: DocumentFragment) =>
    assessed(policy, of, { state: 'unchecked', signer: undefined }),
  failed: (of: DocumentFragment) =>
    assessed(policy, of, {
      state: 'failed',
      signer: undefined,
      claimed: CI,
      content: undefined,
      lines: [unmetBy('ci', 'material')],
    }),
  // Even if it says that it fits: of another policy than applies now
  before: (of: DocumentFragment) =>
    assessed(otherPolicy, of, { meets: ['ci', 'of before'] }),
} as const;

// Nothing arrives later than it is judged
const instant = fc
  .integer({ min: -12, max: 0 })
  .map(hours => new Date(NOW.getTime() + hours * 3_600_000));

function evidenceNamed(
  prefix: string,
  voucher: fc.Arbitrary<keyof typeof WORTHLESS | 'trusted'>,
  max: number,
): fc.Arbitrary<RelatedEvidence[]> {
  return fc
    .array(fc.tuple(fragment, voucher, instant, fc.boolean(), fc.boolean()), {
      maxLength: max,
    })
    .map(list =>
      list.map(([content, by, receivedAt, current, detached], row) => {
        const id = `${prefix}${row}`;
        const assess =
          by === 'trusted'
            ? (of: DocumentFragment) =>
                assessed(policy, of, { times: [receivedAt.toISOString()] })
            : WORTHLESS[by];
        const base = {
          id,
          digest: `sha256:${hex(`bytes of ${id}`)}`,
          receivedAt,
          current,
        };
        if (!detached) {
          return { ...base, fragment: content, assessment: assess(content) };
        }
        // A bundle over another document's bytes
        const bundle = aFragment('other', 'sigstore-bundle', { signed: true });
        const assessment = assess(bundle);
        return {
          ...base,
          signs: `sha256:${hex(`bytes of d${row}`)}`,
          fragment: bundle,
          assessment: assessment && {
            ...assessment,
            ...(assessment.state === 'verified' && {
              content: {
                type: 'file' as const,
                sha256: hex(`bytes of d${row}`),
              },
            }),
          },
        };
      }),
    );
}

const voucher = fc.constantFrom(
  'trusted' as const,
  ...(Object.keys(WORTHLESS) as (keyof typeof WORTHLESS)[]),
);
const worthless = voucher.filter(by => by !== 'trusted');
const outputsOf = (authority: Output['authority']) =>
  fc.array(subject, { maxLength: 3 }).map(list =>
    list.map(
      ({ name = '', digest }): Output => ({
        name,
        digest: digest as Output['digest'],
        authority,
      }),
    ),
  );

const release = fc.record({
  evidence: evidenceNamed('d', voucher, 4),
  observed: outputsOf('observed'),
});
const ballast = fc.record({
  evidence: evidenceNamed('w', worthless, 3),
  declared: outputsOf('declared'),
  kept: outputsOf('attested'),
});

const relate = (evidence: RelatedEvidence[], outputs: Output[]) =>
  relateRelease(relateOptions(policy, evidence, { outputs }));

const levels = ({ outputs }: ReleaseTrust) =>
  outputs.flatMap(({ digest, level, authority }) =>
    Object.entries(digest).map(
      ([algorithm, value]) =>
        [`${algorithm}:${value}`, { level, authority }] as const,
    ),
  );

describe('relating', () => {
  it('does not depend on the order of the evidence or of the outputs', () => {
    fc.assert(
      fc.property(
        release.chain(one =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray(one.evidence, {
              minLength: one.evidence.length,
            }),
            fc.shuffledSubarray(one.observed, {
              minLength: one.observed.length,
            }),
          ),
        ),
        ([{ evidence, observed }, shuffled, outputs]) => {
          expect(relate(shuffled, outputs)).toEqual(relate(evidence, observed));
        },
      ),
    );
  });

  it('raises no level by what nobody vouches for', () => {
    let compared = 0;
    fc.assert(
      fc.property(release, ballast, ({ evidence, observed }, more) => {
        const alone = relate(evidence, observed);
        const before = new Map(levels(alone));
        const after = relate(
          [...evidence, ...more.evidence],
          [...observed, ...more.declared, ...more.kept],
        );
        expect(after.buildLevel).toBeLessThanOrEqual(
          Math.max(alone.buildLevel, 1),
        );
        for (const [digest, { level, authority }] of levels(after)) {
          const known = before.get(digest);
          // Somebody's unsigned provenance of bytes that we saw is level 1, no more
          const most = authority === 'observed' ? 1 : 0;
          expect(level).toBeLessThanOrEqual(Math.max(known?.level ?? 0, most));
          expect([known?.authority, 'declared']).toContain(authority);
          if (known && known.level > 1) compared += 1;
        }
      }),
      { numRuns: 500 },
    );
    // Else the property would say nothing
    expect(compared).toBeGreaterThan(0);
  });
});

describe('rules that ask for verification', () => {
  let rules: Policy;
  beforeAll(async () => {
    rules = await loadPolicy();
  });

  const ASKING = ['SIG-003', 'SIG-006', 'SIG-007', 'PRO-005'];
  const DENYING = ['SIG-001', 'SIG-004'];

  function statuses(evidence: RelatedEvidence[], outputs: Output[]) {
    const facts = aRelease({
      trust: relate(evidence, outputs),
      evidence: evidence
        .filter(({ current }) => current)
        .map(({ id, digest, receivedAt, fragment: content }) =>
          placed(content, { id, digest, receivedAt }),
        ),
    });
    const { error, rules: results } = rules.judge(canonicalJson(facts), {
      collection: 'release',
      data: { provenance: { minimum_level: 2 } },
    });
    expect(error).toBeUndefined();
    return new Map(results.map(rule => [rule.code, rule]));
  }

  it('are turned green by nothing else', () => {
    let red = 0;
    fc.assert(
      fc.property(release, ballast, ({ evidence, observed }, more) => {
        const before = statuses(evidence, observed);
        const after = statuses(
          [...evidence, ...more.evidence],
          [...observed, ...more.declared, ...more.kept],
        );
        // Without any SBOM or provenance there was nothing to be signed
        const broken = [...ASKING, ...DENYING].filter(
          code => before.get(code)!.hitCount > 0,
        );
        red += broken.length;
        expect(broken.map(code => after.get(code)!.status)).toEqual(
          broken.map(code => before.get(code)!.status),
        );
      }),
      { numRuns: 150 },
    );
    expect(red).toBeGreaterThan(100);
  });

  it('are not green where everything is worthless', () => {
    fc.assert(
      fc.property(
        ballast.filter(({ evidence }) =>
          evidence.some(
            ({ current, fragment: { recognised } }) =>
              current && recognised.kind !== 'other',
          ),
        ),
        ({ evidence, declared, kept }) => {
          const found = statuses(evidence, [...declared, ...kept]);
          expect(found.get('SIG-003')!.status).toBe('warning');
          expect(found.get('SIG-007')!.status).toBe('violation');
          expect(found.get('PRO-005')!.status).toBe('violation');
        },
      ),
      { numRuns: 100 },
    );
  });
});

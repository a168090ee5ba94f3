import { readFileSync } from 'node:fs';
import { AssembleFactsOptions } from '../facts/assembleFacts.types';
import { DocumentFragment } from '../facts/DocumentFragment';
import { toFragment } from '../facts/toFragment';
import { Output } from '../model/Digest';
import { RuleHit } from '../policy/types';
import { readEvidence } from '../readEvidence';
import { relateRelease } from '../trust/relateRelease';
import { RelatedEvidence } from '../trust/ReleaseTrust';
import { TrustPolicy } from '../trust/TrustPolicy';
import { aFragment, placed } from './releases';
import { corpus } from './sharedFolder';
import {
  aLine,
  anSbom,
  aTrustPolicy,
  hex,
  relateOptions,
  related,
  vouched,
} from './trusted';

/*
 * Releases that break the rules about trust, made of the corpus' own provenance. What
 * a solution says is done to the evidence, and everything is related again.
 */

/** A release that breaks a rule, and what its solution makes of it. */
export interface SolutionCase {
  /** The release as it fails; a `document` it is made from may be edited by `fix`. */
  broken: () => Partial<AssembleFactsOptions>;
  /** Does what the hits say, and returns the release again. */
  fix: (hits: RuleHit[]) => Partial<AssembleFactsOptions>;
  /** What the first hit says. */
  says: { [key in keyof RuleHit]?: string | RegExp };
  hitCount?: number;
  /** Data of an operator, without which the rule is not judged. */
  data?: Record<string, unknown>;
}

const EARLIER = new Date('2026-11-23T10:00:00Z');
const policy = aTrustPolicy();

const read = (file: string) =>
  toFragment(readEvidence(readFileSync(corpus(`attest/${file}`))));
const provenance = () => read('slsa-v1.rekor-v2.sigstore.json');

function trustCase(options: {
  policy?: TrustPolicy;
  broken: () => RelatedEvidence[];
  fixed: (hits: RuleHit[]) => RelatedEvidence[];
  outputs?: Output[];
  says: SolutionCase['says'];
  hitCount?: number;
  data?: SolutionCase['data'];
}): SolutionCase {
  const { outputs = [], says, hitCount, data } = options;
  const release = (evidence: RelatedEvidence[]) => ({
    evidence: evidence.map(({ id, digest, fragment }) =>
      placed(fragment, { id, digest, fileName: `${id}.json` }),
    ),
    trust: relateRelease(
      relateOptions(options.policy ?? policy, evidence, { outputs }),
    ),
  });
  return {
    says,
    hitCount,
    data,
    broken: () => release(options.broken()),
    fix: hits => release(options.fixed(hits)),
  };
}

/** Signed under one line of the policy that has both a revoked and a good one. */
function revokedCase(
  reason: 'retired' | 'compromised',
  says: SolutionCase['says'],
): SolutionCase {
  const of = aTrustPolicy([
    aLine(),
    aLine({ id: 'old', revoked: { reason, since: '2026-01-01T00:00:00Z' } }),
  ]);
  const signed = (line: string) => [
    vouched(of, 'p', provenance(), { as: { meets: [line] } }),
  ];
  return trustCase({
    policy: of,
    broken: () => signed('old'),
    fixed: () => signed('ci'),
    says,
  });
}

function adoptionCase(
  from: string,
  state: 'signed' | 'keyless',
  says: SolutionCase['says'],
): SolutionCase {
  const of = aTrustPolicy(
    [aLine()],
    [{ entities: ['component:default/*'], state, from }],
  );
  const attested = () => [
    vouched(of, 'p', provenance()),
    vouched(of, 's', read('cyclonedx.rekor-v2.sigstore.json')),
  ];
  return trustCase({
    policy: of,
    broken: () => [attested()[0], related('s', anSbom())],
    fixed: attested,
    says,
  });
}

function withBuilder(builderId: string): DocumentFragment {
  const fragment = provenance();
  return {
    ...fragment,
    provenance: { ...fragment.provenance!, builderId },
  };
}

function listed(sha256: string): DocumentFragment {
  return aFragment('checksums', 'checksums', {
    checksums: {
      entries: [
        {
          algorithm: 'sha256',
          digest: sha256,
          name: 'extra.tgz',
          line: 1,
          weak: false,
        },
      ],
    },
  });
}

/** By the code of the rule. Needs the corpus. */
export function trustCases(): Record<string, SolutionCase[]> {
  const [subject] = provenance().subjects;
  const good = () => [vouched(policy, 'p', provenance())];
  const seen: Output = {
    name: subject.name!,
    digest: subject.digest,
    authority: 'observed',
  };
  return {
    'SIG-004': [
      revokedCase('compromised', {
        message: 'p.json is signed by a compromised identity',
        solution: /^Build again, sign with an identity that is not revoked/,
      }),
    ],
    'SIG-005': [revokedCase('retired', { solution: /^Sign it again/ })],
    'SIG-006': [
      adoptionCase('2029-01-01T00:00:00Z', 'signed', {
        message:
          'SBOM and provenance must be signed by somebody who is trusted, for an output that is known, and are known by their digests only',
      }),
    ],
    'SIG-007': [
      adoptionCase('2026-01-01T00:00:00Z', 'keyless', {
        solution: /the pipeline's own identity/,
      }),
    ],
    'PRO-004': [
      trustCase({
        broken: () => [vouched(policy, 'p', withBuilder('https://x'))],
        fixed: good,
        says: {
          message:
            "p.json: The builder is 'https://x', which the trust line 'ci' does not name.",
          solution: /^Build with a builder that the trust line names/,
          place: '/predicate/runDetails/builder/id',
        },
      }),
    ],
    'PRO-005': [
      // Level 0: no provenance at all; level 1: nobody trusted signed it
      trustCase({
        broken: () => [],
        fixed: good,
        outputs: [seen],
        data: { provenance: { minimum_level: 1 } },
        says: {
          message: `The release reaches SLSA build level 0, and 1 is asked for: ${subject.name}`,
          solution: /^Have the build make provenance/,
        },
      }),
      trustCase({
        broken: () => [related('p', provenance())],
        fixed: good,
        outputs: [seen],
        data: { provenance: { minimum_level: 3 } },
        says: { solution: /^Have the build platform sign the provenance/ },
      }),
    ],
    'DIG-002': [
      trustCase({
        broken: () => [
          vouched(policy, 'p', provenance(), { receivedAt: EARLIER }),
          vouched(policy, 'q', {
            ...provenance(),
            subjects: [{ name: 'other', digest: { sha256: hex('other') } }],
          }),
        ],
        // "withdraw the evidence of the build that did not ship"
        fixed: good,
        says: {
          message: `q.json attests other (sha256:${hex(
            'other',
          )}), which is not among the sealed outputs`,
        },
      }),
    ],
    'CHK-002': [
      trustCase({
        broken: () => [...good(), related('c', listed(hex('extra')))],
        fixed: ([{ place }]) => {
          expect(place).toBe('line 1');
          return [...good(), related('c', listed(subject.digest.sha256))];
        },
        says: { message: /^c\.json lists extra\.tgz, whose sha256/ },
      }),
    ],
  };
}

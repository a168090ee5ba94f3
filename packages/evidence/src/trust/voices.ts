/*
 * What each piece of evidence says, and who stands behind it: its own signature, or a
 * detached one that is evidence of the same release. A detached signature counts only
 * where it was verified, so a bad one spoils nothing.
 */
import { SignatureFact, TrustFact } from '../model/EvidenceFacts';
import { ResourceDescriptor } from '../model/ReadDocument';
import { denies } from './denies';
import { lineFor } from './lineFor';
import { policyDigestOf } from './policyDigest';
import { RelatedEvidence, RelateOptions } from './ReleaseTrust';
import { SignedAssessment, SignedContent } from './SignedAssessment';
import { signerName } from './signerName';
import { earliestTime, isPast } from './trustedTimes';
import { TrustLine } from './TrustPolicy';

/** A statement: what kind of thing is said, and about what. */
export type Said = Extract<SignedContent, { type: 'statement' }>;

/** One piece of evidence with its signature and trust. */
export interface Voice {
  evidence: RelatedEvidence;
  signature: SignatureFact;
  trust: TrustFact;
  /** Verified, and a trust line lets the signer say this: the only ground for anything. */
  line?: TrustLine;
  /** Empty for what is no statement. */
  said: Said[];
  /** Hexadecimal SHA-256 of the file that it is a detached signature of. */
  file?: string;
}

/** In the order of their ids, so that nothing depends on the order of arrival. */
export function voicesOf(options: RelateOptions): Voice[] {
  const own = [...options.evidence]
    .sort((a, b) => compareText(a.id, b.id))
    .map(evidence => ownVoice(options, evidence));
  const detached = new Map<string, Voice[]>();
  for (const voice of own) {
    if (voice.file === undefined) continue;
    detached.set(voice.file, [...(detached.get(voice.file) ?? []), voice]);
  }
  return own.map(voice => {
    const hex = voice.evidence.digest.replace('sha256:', '');
    const signatures = (detached.get(hex) ?? [])
      .filter(({ evidence }) => evidence.id !== voice.evidence.id)
      .map(signature => borrow(options, voice, signature))
      .sort(byStrength);
    const [best] = signatures;
    const isStronger = best && strength(best) > strength(voice);
    // What denies is not made good by whoever signs those bytes once more
    return isStronger && !denies(voice) ? best : voice;
  });
}

function ownVoice(options: RelateOptions, evidence: RelatedEvidence): Voice {
  const { assessment, fragment } = evidence;
  const signature = signatureOf(options, evidence);
  const claims = statementsOf(evidence);
  if (!assessment || signature.state === 'none') {
    return unsigned(evidence, signature, claims);
  }
  if (assessment.policyDigest !== policyDigestOf(options.policy)) {
    return unsigned(evidence, signature, claims);
  }
  const contents = contentsOf(assessment);
  const said = contents.flatMap(one => (one.type === 'statement' ? [one] : []));
  const files = contents.flatMap(one => (one.type === 'file' ? [one] : []));
  const isVerified = signature.state === 'verified';
  const asserts = isVerified
    ? contents.map(one => (one.type === 'file' ? 'file' : one.predicateType))
    : [fragment.recognised.predicateType ?? 'file'];
  return {
    evidence,
    signature,
    ...lineFor(options, {
      assessment,
      asserts: [...new Set(asserts)],
      receivedAt: evidence.receivedAt,
    }),
    said: isVerified ? said : claims,
    file: isVerified ? files[0]?.sha256 : undefined,
  };
}

function unsigned(
  evidence: RelatedEvidence,
  signature: SignatureFact,
  said: Said[],
): Voice {
  return {
    evidence,
    signature,
    trust: {
      state: 'none',
      reason:
        signature.state === 'none'
          ? 'It is not signed, so nobody vouches for it.'
          : 'Its signature was not checked, so nobody vouches for it.',
    },
    said,
  };
}

// Whoever may sign files may not thereby sign statements that lie in one: the line
// must cover both.
function borrow(options: RelateOptions, voice: Voice, from: Voice): Voice {
  const { fragment } = voice.evidence;
  const { predicateType } = fragment.recognised;
  const relied = lineFor(options, {
    assessment: from.evidence.assessment!,
    asserts: ['file', ...(predicateType ? [predicateType] : [])],
    receivedAt: from.evidence.receivedAt,
  });
  return {
    evidence: voice.evidence,
    signature: {
      ...from.signature,
      reason: `Signed by ${from.signature.by}, in a signature of its own (${from.evidence.id}).`,
    },
    ...relied,
    said: statementsOf(voice.evidence),
  };
}

function signatureOf(
  { policy, now }: RelateOptions,
  { assessment, atReceipt, fragment, receivedAt }: RelatedEvidence,
): SignatureFact {
  const receipt = atReceipt && {
    atReceipt: {
      state: atReceipt.state,
      at: receivedAt.toISOString(),
      policyDigest: atReceipt.policyDigest,
    },
  };
  if (!assessment) {
    return fragment.signed
      ? {
          state: 'unchecked',
          reason: 'It is signed, and nobody has checked the signature.',
          ...receipt,
        }
      : { state: 'none' };
  }
  if (assessment.policyDigest !== policyDigestOf(policy)) {
    return {
      state: 'unchecked',
      reason: 'It was not checked yet under the trust policy that applies now.',
      ...receipt,
    };
  }
  const { state, reason, checks, signer, times } = assessment;
  return {
    state,
    reason,
    checks,
    ...(state === 'verified' && {
      by: signerName(signer),
      signer,
      times: times.filter(time => isPast(time, now)),
    }),
    ...receipt,
  };
}

/** What a document says by its own bytes, whoever signed them. */
function statementsOf({ fragment }: RelatedEvidence): Said[] {
  const { predicateType } = fragment.recognised;
  return predicateType === undefined
    ? []
    : [{ type: 'statement', predicateType, subjects: fragment.subjects }];
}

function contentsOf({ content, parts }: SignedAssessment): SignedContent[] {
  if (content) return [content];
  return (parts ?? []).flatMap(contentsOf);
}

/** All subjects of what is said. */
export function subjectsOf(said: Said[]): ResourceDescriptor[] {
  return said.flatMap(({ subjects }) => subjects);
}

function strength({ line, signature, trust }: Voice): number {
  if (line) return 3;
  if (signature.state !== 'verified') return 0;
  return trust.revoked ? 1 : 2;
}

function byStrength(a: Voice, b: Voice): number {
  return (
    strength(b) - strength(a) ||
    (earliestTime(a.signature.times ?? []) ?? Infinity) -
      (earliestTime(b.signature.times ?? []) ?? Infinity) ||
    0
  );
}

/** By UTF-16 code units, the same in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { TrustTest } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  DocumentFragment,
  LineFit,
  relateRelease,
  SignedAssessment,
  SignedContent,
  timeToCome,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { compact } from '../database/operations/releases/columns';

/** The entity that a document would be sent for. */
export interface TestedSubject {
  ref: string;
  origin?: string;
  held?: string;
}

type TestedLine = TrustTest['lines'][number];

/** What relating would make of a document that came now, line by line. */
export function testTrust(options: {
  policy: TrustPolicy;
  assessment: SignedAssessment;
  fragment: DocumentFragment;
  subject?: TestedSubject;
  now: Date;
}): TrustTest {
  const { assessment } = options;
  const lines = assessment.lines.map(fit => testLine(options, fit));
  const content = contentsOf(assessment);
  const isTrusted = assessment.state === 'verified';
  return compact({
    state: assessment.state,
    reason: assessment.reason,
    checks: assessment.checks,
    signer: assessment.signer,
    claimed: assessment.claimed,
    times: assessment.times,
    predicateType: content.map(predicateTypeOf)[0],
    subjects: content.length > 0 ? content.flatMap(subjectsOf) : undefined,
    line: isTrusted
      ? lines.find(({ state }) => state === 'met')?.line
      : undefined,
    lines,
  });
}

function testLine(
  options: Parameters<typeof testTrust>[0],
  fit: LineFit,
): TestedLine {
  const { subject, now, assessment } = options;
  const { receipt, ...own } =
    'receipt' in fit ? fit : { ...fit, receipt: undefined };
  if (assessment.state !== 'verified') return own;
  const early = timeToCome(assessment, now);
  if (early !== undefined && fit.state === 'met') {
    return {
      line: fit.line,
      state: 'unmet',
      part: 'period',
      reason: `Its trusted time ${early} is still to come: here it is ${now.toISOString()}.`,
      remedy:
        'Compare the clocks of the portal and of the authority that told the time.',
    };
  }
  if (!subject) {
    const tooLate =
      receipt?.until !== undefined && now >= new Date(receipt.until);
    const tooEarly =
      receipt?.from !== undefined && now < new Date(receipt.from);
    if (tooLate || tooEarly) {
      return {
        line: fit.line,
        state: 'unmet',
        part: 'period',
        reason:
          'No trusted time tells when it was signed, and the line is not for what arrives now.',
        remedy: 'Sign it with a timestamp of a trusted authority.',
      };
    }
    return receipt?.revoked ? revokedLine(fit.line) : own;
  }
  const isMeant = fit.state === 'met' || fit.part === 'revoked';
  if (!isMeant) return own;
  const { trust } = relateAlone(options, subject, fit);
  if (trust.state === 'trusted') return { line: fit.line, state: 'met' };
  if (trust.revoked) return revokedLine(fit.line, trust.reason);
  return {
    line: fit.line,
    state: 'unmet',
    part: 'entity',
    reason: trust.reason ?? `The line is not for '${subject.ref}'.`,
    remedy: subject.held
      ? 'Have a person who may do so confirm the entity.'
      : 'Send it for an entity that the line names, or have the operators add this one.',
  };
}

/** By the very rules of a judgement, as if there were this line and this document alone. */
function relateAlone(
  { policy, assessment, fragment, now }: Parameters<typeof testTrust>[0],
  subject: TestedSubject,
  fit: LineFit,
) {
  const { evidence } = relateRelease({
    policy,
    now,
    subject,
    evidence: [
      {
        id: 'tested',
        digest: `sha256:${'0'.repeat(64)}`,
        receivedAt: now,
        current: true,
        fragment,
        assessment: { ...assessment, lines: [fit] },
      },
    ],
    outputs: [],
  });
  return evidence.tested;
}

function revokedLine(line: string, reason?: string): TestedLine {
  return {
    line,
    state: 'unmet',
    part: 'revoked',
    reason:
      reason ??
      'The signer is revoked, and nothing proves that it was signed before.',
    remedy: 'Sign it again as somebody who is trusted.',
  };
}

function contentsOf({ content, parts }: SignedAssessment): SignedContent[] {
  return content ? [content] : (parts ?? []).flatMap(contentsOf);
}

function predicateTypeOf(content: SignedContent): string {
  return content.type === 'file' ? 'file' : content.predicateType;
}

function subjectsOf(
  content: SignedContent,
): NonNullable<TrustTest['subjects']> {
  return content.type === 'file'
    ? [{ digests: { sha256: content.sha256 } }]
    : content.subjects.map(({ name, uri, digest }) =>
        compact({ name: name ?? uri, digests: digest }),
      );
}

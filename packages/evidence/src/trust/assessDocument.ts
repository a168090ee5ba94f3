import { CheckList } from '../verify/CheckList';
import { Verification, VerifyCheck } from '../verify/types';
import { Attempt, attempt } from './attempt';
import { contentOf } from './contentOf';
import { fitLine } from './fitLine';
import { LoadedTrustPolicy } from './readTrustPolicy';
import { LineFit, SignedAssessment } from './SignedAssessment';
import { SignedDocument } from './SignedDocument';
import { wayOfLine, waysOf } from './waysOf';

/** Checks a document in every way that the policy asks for, and tells which lines it fits. */
export function assessDocument(
  document: SignedDocument,
  loaded: LoadedTrustPolicy,
): SignedAssessment {
  const type = document.certificate ? 'certificate' : 'key';
  const made = new Map<string, Attempt>();
  for (const [key, way] of waysOf(loaded, type)) {
    made.set(key, attempt(document, way));
  }
  const lines = loaded.policy.lines.map(line => {
    const one = made.get(wayOfLine(line));
    return fitLine(line, one, one && contentOf(document, one.verification));
  });
  const best = bestOf(loaded, made, lines);
  if (!best) {
    return unchecked(
      loaded,
      type === 'key'
        ? 'It is signed with a key, and no key is configured to check it with.'
        : 'It is signed with a certificate, and no root is configured to check it with.',
    );
  }
  const { verification, way, claimed } = best;
  const { signer, times } = verification;
  const key =
    signer?.type === 'key'
      ? way.keys.find(one => one.key.id === signer.keyId)?.name
      : undefined;
  return {
    policyDigest: loaded.digest,
    ...stateOf(best),
    checks: withIdentity(verification, lines),
    ...(signer && { signer }),
    ...(claimed && { claimed }),
    times,
    ...(signer && { content: contentOf(document, verification) }),
    lines,
    material: {
      ...(way.root && { root: way.root.name }),
      ...(key && { key }),
    },
  };
}

/** What is signed, and nothing here can check it. */
export function unchecked(
  loaded: LoadedTrustPolicy,
  reason: string,
): SignedAssessment {
  return byNobody(loaded, {
    state: 'unchecked',
    reason,
    remedy: 'Give the portal what it needs to check who signed it.',
    checks: new CheckList().all(),
  });
}

/** What is signed, and broken before any key or root matters. */
export function unreadable(
  loaded: LoadedTrustPolicy,
  checks: VerifyCheck[],
): SignedAssessment {
  const failed = checks.find(({ state }) => state === 'failed');
  return byNobody(loaded, {
    state: 'failed',
    reason: failed?.reason ?? 'It cannot be read.',
    remedy: failed?.remedy ?? 'Send what the signer wrote.',
    checks,
  });
}

/** No line speaks of a signer whom nothing tells. */
function byNobody(
  { digest, policy }: LoadedTrustPolicy,
  told: Pick<SignedAssessment, 'state' | 'checks'> & {
    reason: string;
    remedy: string;
  },
): SignedAssessment {
  const { state, reason, remedy, checks } = told;
  return {
    policyDigest: digest,
    state,
    reason,
    checks,
    times: [],
    lines: policy.lines.map(({ id }) => ({
      line: id,
      state: 'unmet',
      part: 'signer',
      reason,
      remedy,
    })),
  };
}

/** The way of the first line that is met, else the one that came furthest. */
function bestOf(
  { policy }: LoadedTrustPolicy,
  made: Map<string, Attempt>,
  lines: LineFit[],
): Attempt | undefined {
  const met = policy.lines.find((_, at) => lines[at].state === 'met');
  if (met) return made.get(wayOfLine(met));
  let best: Attempt | undefined;
  for (const one of made.values()) {
    if (!best || rank(one) > rank(best)) best = one;
  }
  return best;
}

function rank({ verification, claimed, unchecked: open }: Attempt): number {
  if (verification.state === 'verified') return 1000;
  const passed = verification.checks.filter(({ state }) => state === 'passed');
  return (claimed ? 100 : 0) + (open ? 0 : 50) + passed.length;
}

function stateOf({
  verification,
  failed,
  unchecked: open,
}: Attempt): Pick<SignedAssessment, 'state' | 'reason'> {
  if (verification.state === 'verified') return { state: 'verified' };
  return open
    ? { state: 'unchecked', reason: open }
    : { state: 'failed', reason: failed?.reason };
}

/** Identities are the lines' to know. */
function withIdentity(
  { state: verified, checks }: Verification,
  lines: LineFit[],
): VerifyCheck[] {
  if (verified === 'failed') return checks;
  const speaking = lines.find(
    one => one.state === 'met' || one.part !== 'signer',
  );
  return checks.map(one => {
    if (one.check !== 'identity') return one;
    return speaking
      ? {
          check: 'identity',
          state: 'passed',
          reason: `The trust line '${speaking.line}' speaks of this signer.`,
        }
      : {
          check: 'identity',
          state: 'not-made',
          reason: 'No trust line speaks of this signer.',
        };
  });
}

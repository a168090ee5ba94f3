/*
 * Which trust line lets a signer say something about an entity. A line speaks for a
 * document when the document fits it (which assessing told) and the line covers the
 * entity, its source location and what is said. Nothing that is not proven counts:
 *
 * - A compromised signer is not believed by any line, unless the signature provably
 *   existed before. A retired one is not believed by that line.
 * - A bad signature in the name of somebody whom a line covers is that line's matter:
 *   it says `trusted`, so that a rule can deny it. In any other name it says `none`,
 *   or whoever may send evidence could block a release.
 * - A trusted time that is still to come was not told by a clock that is right, and
 *   the certificate was checked at that time. Assessing has no clock, so it is told here.
 * - Of a document with several envelopes, each has to be proven by its own times.
 */
import { TrustFact } from '../model/EvidenceFacts';
import { matchesAnyGlob } from '../globs';
import { matchesEntity } from './matchesEntity';
import { RelateOptions } from './ReleaseTrust';
import { LineFit, SignedAssessment } from './SignedAssessment';
import { signerName } from './signerName';
import {
  isProvenBefore,
  isReceivedWithin,
  timesOfParts,
  timeToCome,
} from './trustedTimes';
import { TrustLine } from './TrustPolicy';

/** A signed document, and all that it asserts: predicate types, or `file`. */
export interface Asserted {
  assessment: SignedAssessment;
  asserts: string[];
  receivedAt: Date;
}

/** The line is there where it makes what was said count, and only there. */
export interface Relied {
  trust: TrustFact;
  line?: TrustLine;
}

/** Which line applies to a document, for the entity at hand. */
export function lineFor(
  { policy, subject, now }: Pick<RelateOptions, 'policy' | 'subject' | 'now'>,
  { assessment, asserts, receivedAt }: Asserted,
): Relied {
  const fits = new Map(assessment.lines.map(fit => [fit.line, fit]));
  const judged = policy.lines.flatMap(line => {
    const fit = fits.get(line.id);
    return fit ? [{ line, fit, covers: covers(line, subject, asserts) }] : [];
  });
  const named = asserts.join(', ') || 'this';

  if (assessment.state === 'failed') {
    const claimed = judged.find(one => one.covers && isClaimed(one.fit));
    return claimed && assessment.claimed
      ? {
          trust: {
            state: 'trusted',
            line: claimed.line.id,
            reason: `It claims to be signed by ${signerName(
              assessment.claimed,
            )}, whom the trust line '${
              claimed.line.id
            }' names, and the signature does not hold.`,
          },
        }
      : none(
          'The signature does not hold, and no trust line names its signer.',
        );
  }
  if (assessment.state !== 'verified') {
    return none('No signature was checked, so nobody vouches for it.');
  }
  const signed = timesOfParts(assessment).map(times => ({ times, receivedAt }));
  const signer = signerName(assessment.signer);
  const fitting = judged.filter(({ fit }) => isFitting(fit));
  const covering = fitting.filter(one => one.covers);
  if (covering.length === 0) {
    const near = judged.find(one => one.covers && !isStranger(one.fit));
    if (near?.fit.state === 'unmet') {
      const { reason, remedy } = near.fit;
      return none(`Trust line '${near.line.id}': ${reason} ${remedy}`);
    }
    const [other] = fitting;
    return none(
      other
        ? `Trust line '${other.line.id}' names ${signer}, but not for ${named} about ${subject.ref}.`
        : `No trust line lets ${signer} say ${named} about ${subject.ref}.`,
    );
  }
  const isRevoked = ({ line }: { line: TrustLine }) =>
    line.revoked !== undefined &&
    !signed.every(one => isProvenBefore(line.revoked!, one));
  const compromised = fitting.find(
    one => one.line.revoked?.reason === 'compromised' && isRevoked(one),
  );
  if (compromised) return revoked(compromised.line, signer);
  const holding = covering.find(
    one =>
      !isRevoked(one) && signed.every(part => isReceivedWithin(one.line, part)),
  );
  if (!holding) {
    const retired = covering.find(isRevoked);
    return retired
      ? revoked(retired.line, signer)
      : none(
          `No trusted time tells when it was signed, and it arrived outside the dates of the trust line '${covering[0].line.id}'.`,
        );
  }
  const early = timeToCome(assessment, now);
  if (early !== undefined) {
    return none(
      `Its trusted time ${early} is still to come: here it is ${now.toISOString()}. Compare the clocks of this machine and of the authority that told the time.`,
    );
  }
  if (subject.held !== undefined) {
    return none(`Trust is held until a person confirms: ${subject.held}`);
  }
  return {
    trust: {
      state: 'trusted',
      line: holding.line.id,
      reason: `Trust line '${holding.line.id}' lets ${signer} say ${named} about ${subject.ref}.`,
    },
    line: holding.line,
  };
}

function covers(
  line: TrustLine,
  { ref, origin }: RelateOptions['subject'],
  asserts: string[],
): boolean {
  return (
    matchesEntity(line.entities, ref) &&
    (line.origins === undefined ||
      (origin !== undefined && matchesAnyGlob(line.origins, origin))) &&
    asserts.length > 0 &&
    asserts.every(type => matchesAnyGlob(line.predicateTypes, type))
  );
}

// Whether a revocation bites depends on our receipt too, which assessing cannot know.
function isFitting(fit: LineFit): boolean {
  return fit.state === 'met' || fit.part === 'revoked';
}

function isStranger(fit: LineFit): boolean {
  return fit.state === 'unmet' && fit.part === 'signer';
}

// Of another repository through the same workflow is of another signer.
function isClaimed(fit: LineFit): boolean {
  return !isStranger(fit) && !(fit.state === 'unmet' && fit.part === 'source');
}

function none(reason: string): Relied {
  return { trust: { state: 'none', reason } };
}

function revoked(line: TrustLine, signer: string): Relied {
  const { reason, since } = line.revoked!;
  return {
    trust: {
      state: 'none',
      line: line.id,
      revoked: reason,
      reason: `${signer} is ${reason} since ${since}, and neither a trusted time nor our receipt proves that this was signed before.`,
    },
  };
}

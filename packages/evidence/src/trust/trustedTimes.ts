import { SignedAssessment } from './SignedAssessment';
import { Revocation } from './TrustPolicy';

/** Milliseconds by which our clock and an authority's may differ. */
const CLOCK_SKEW = 5 * 60_000;

/** Whether a time could have been told by now. */
export function isPast(time: string, now: Date): boolean {
  return !(Date.parse(time) > now.getTime() + CLOCK_SKEW);
}

/**
 * A trusted time of a document that is later than the clocks of an authority and of
 * this machine may differ, which is five minutes. Such a time is no proof of anything,
 * and relating believes nobody who signed then. RFC 3339.
 *
 * @public
 */
export function timeToCome(
  assessment: SignedAssessment,
  now: Date,
): string | undefined {
  return timesOfParts(assessment)
    .flat()
    .find(time => !isPast(time, now));
}

/** The trusted times of each envelope of a document. */
export function timesOfParts({ times, parts }: SignedAssessment): string[][] {
  return parts ? parts.flatMap(timesOfParts) : [times];
}

/** Milliseconds of the earliest trusted time, if there is one. */
export function earliestTime(times: readonly string[]): number | undefined {
  const known = times.map(time => Date.parse(time)).filter(Number.isFinite);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/**
 * Whether a signature provably existed before its signer's trust ended. Only trusted
 * times and our own receipt prove anything: whoever has a key can write any date into
 * a document. Design section 12, "Revocation".
 */
export function isProvenBefore(
  { since }: Revocation,
  signed: { times: readonly string[]; receivedAt: Date },
): boolean {
  const end = Date.parse(since);
  const earliest = earliestTime(signed.times);
  return (
    (earliest !== undefined && earliest < end) ||
    signed.receivedAt.getTime() < end
  );
}

/** Whether it fits a line's dates by our receipt, where no trusted time told. */
export function isReceivedWithin(
  period: { from?: string; until?: string },
  signed: { times: readonly string[]; receivedAt: Date },
): boolean {
  if (earliestTime(signed.times) !== undefined) return true;
  const received = signed.receivedAt.getTime();
  return (
    (period.from === undefined || received >= Date.parse(period.from)) &&
    (period.until === undefined || received < Date.parse(period.until))
  );
}

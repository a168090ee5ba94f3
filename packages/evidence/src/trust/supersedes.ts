import { SignatureFact, TrustFact } from '../model/EvidenceFacts';
import { earliestTime } from './trustedTimes';

const TRUSTED = 2;

/** What one document of a stream is worth beside another. @public */
export interface Standing {
  /** Fact 3. */
  signature: SignatureFact;
  /** Fact 5. */
  trust: TrustFact;
  /** When the bytes arrived here first for this release, not when they were sent again. */
  receivedAt: Date;
}

/**
 * Whether a later document takes the place of an earlier one of its stream: only with
 * equal or higher trust. Of two that are trusted, the one that was signed later counts,
 * so that an old signed document cannot be sent again as the newest. Design section 4,
 * "Order". Both stay, whatever this says.
 *
 * @public
 */
export function supersedes(earlier: Standing, later: Standing): boolean {
  const [before, after] = [worthOf(earlier), worthOf(later)];
  if (before !== after) return after > before;
  if (after < TRUSTED) return true;
  const signedBefore = earliestTime(earlier.signature.times ?? []);
  const signedAfter = earliestTime(later.signature.times ?? []);
  // Without a trusted time it may be as old as it likes.
  if (signedBefore !== undefined && signedAfter === undefined) return false;
  return (
    (signedAfter ?? later.receivedAt.getTime()) >=
    (signedBefore ?? earlier.receivedAt.getTime())
  );
}

function worthOf({ signature, trust }: Standing): number {
  if (signature.state === 'failed' || trust.revoked === 'compromised') return 0;
  return signature.state === 'verified' && trust.state === 'trusted'
    ? TRUSTED
    : 1;
}

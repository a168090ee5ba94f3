import { SignatureFact, TrustFact } from '../model/EvidenceFacts';
import { denies } from './denies';
import { earliestTime } from './trustedTimes';

const [BAD, NOBODYS, DENYING, TRUSTED] = [0, 1, 2, 3];

/** What one document of a stream is worth beside another. @public */
export interface Standing {
  /** Fact 3. */
  signature: SignatureFact;
  /** Fact 5. */
  trust: TrustFact;
  /** When the bytes arrived here first for this release, not when they were sent again. */
  receivedAt: Date;
  /** It is a signature of another file. Default: false. */
  detached?: boolean;
}

/**
 * Whether a later document takes the place of an earlier one of its stream: only with
 * equal or higher trust. Of two that are trusted, the one that was signed later counts,
 * so that an old signed document cannot be sent again as the newest. Design section 4,
 * "Order". Both stay, whatever this says.
 *
 * A detached signature that denies is not about its own bytes but about a file that is
 * there still. Only one that a trusted signer made of that file takes its place, and it
 * takes that of all others, whichever came first: else anybody's junk would hide it.
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

function worthOf({ signature, trust, detached }: Standing): number {
  if (detached && denies({ signature, trust })) return DENYING;
  if (signature.state === 'failed' || trust.revoked === 'compromised') {
    return BAD;
  }
  return signature.state === 'verified' && trust.state === 'trusted'
    ? TRUSTED
    : NOBODYS;
}

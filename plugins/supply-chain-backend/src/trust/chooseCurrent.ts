import { ReleaseTrust, supersedes } from '@hotpass/supply-chain-evidence';
import { Candidate } from '../database/operations/record/refreshCurrent';

/** What counts in each stream, by trust and then by arrival; ids of evidence. */
export function chooseCurrent(
  inOrderOfArrival: readonly Candidate[],
  trust: ReleaseTrust,
): Set<string> {
  const winners = new Map<string, Candidate>();
  for (const later of inOrderOfArrival) {
    const stream = JSON.stringify([later.kind, later.stream]);
    const earlier = winners.get(stream);
    const isReplaced =
      !earlier ||
      supersedes(toSide(later, trust), toSide(earlier, trust));
    if (isReplaced) winners.set(stream, later);
  }
  return new Set([...winners.values()].map(({ uid }) => uid));
}

function toSide({ uid, arrived_at: at }: Candidate, trust: ReleaseTrust) {
  return { receivedAt: new Date(at), trust: trust.evidence[uid] };
}

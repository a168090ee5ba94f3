import {
  ReleaseTrust,
  Standing,
  supersedes,
} from '@hotpass/supply-chain-evidence';
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
      supersedes(standingOf(earlier, trust), standingOf(later, trust));
    if (isReplaced) winners.set(stream, later);
  }
  return new Set([...winners.values()].map(({ uid }) => uid));
}

function standingOf(
  { uid, arrived_at: at }: Candidate,
  trust: ReleaseTrust,
): Standing {
  const { signature, trust: fact } = trust.evidence[uid];
  return { signature, trust: fact, receivedAt: new Date(at) };
}

import { ReleaseTrust } from './ReleaseTrust';
import { supersedes } from './supersedes';

/** Where one document of a release was put, as choosing needs it. @public */
export interface PlacedDocument {
  /** Evidence id. */
  id: string;
  /** What it was recognised as. */
  kind: string;
  /** What it is about. */
  stream: string;
  /** `sha256:<hex>` of the file that it is a detached signature of. */
  signs?: string;
  /** When it came, or was last taken back after a withdrawal. */
  receivedAt: Date;
}

/**
 * What documents share if one of them may take another's place. Of detached signatures
 * the file that they are over is part of it: one called alike in another folder is of
 * another document, and says nothing of this one.
 *
 * @public
 */
export function currentWithin({
  kind,
  stream,
  signs,
}: Pick<PlacedDocument, 'kind' | 'stream' | 'signs'>): string {
  return JSON.stringify([kind, stream, signs ?? '']);
}

/**
 * What counts in each stream, by trust and then by arrival.
 *
 * @returns ids of evidence
 * @public
 */
export function chooseCurrent(
  inOrderOfArrival: readonly PlacedDocument[],
  trust: Pick<ReleaseTrust, 'evidence'>,
): Set<string> {
  const standingOf = ({ id, signs, receivedAt }: PlacedDocument) => {
    const { signature, trust: fact } = trust.evidence[id];
    return {
      signature,
      trust: fact,
      receivedAt,
      detached: signs !== undefined,
    };
  };
  const winners = new Map<string, PlacedDocument>();
  for (const later of inOrderOfArrival) {
    const within = currentWithin(later);
    const earlier = winners.get(within);
    const isReplaced =
      !earlier || supersedes(standingOf(earlier), standingOf(later));
    if (isReplaced) winners.set(within, later);
  }
  return new Set([...winners.values()].map(({ id }) => id));
}

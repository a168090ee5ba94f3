import {
  Evidence,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { SiteContext } from '../types';

/** Documents of these kinds that count for the newest release. */
export function evidenceOfKind(
  { facts: { posture, releases } }: SiteContext,
  kinds: readonly EvidenceKind[],
): Evidence[] {
  const newest = releases.find(one => one.release.id === posture.release?.id);
  return (newest?.evidence ?? []).filter(
    piece => piece.current && !piece.withdrawn && kinds.includes(piece.kind),
  );
}

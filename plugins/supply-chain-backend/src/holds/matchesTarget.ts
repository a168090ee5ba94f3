import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { matchesGlob } from '../config/glob';
import { HeldEntity, HoldQuery, matchesEntity } from './matchesEntity';

/** A release as holds look at it. */
export interface HeldRelease {
  id: number;
  uid: string;
  channel: string;
  line: string;
  entity: HeldEntity;
  /** Holds whose cover the entity was once added to. */
  coveredBy: ReadonlySet<number>;
  evidence: { sha256: string; kind: string; receivedAt: number }[];
  /** Hexadecimal, of any algorithm. */
  outputs: string[];
}

/** What is asked of a release: a hold's target, and its id once it was placed. */
export interface HoldOn {
  id?: number;
  target: HoldTarget;
}

/**
 * Whether a hold covers a release. It covers all of it or nothing: what is needed to
 * verify a document lies beside it. An entity that once matched a query stays covered,
 * so that no edit of the catalog ends a hold; the rest of a query asks only for what
 * stays as it is.
 */
export function matchesTarget(
  { id, target }: HoldOn,
  release: HeldRelease,
): boolean {
  const { entityRef, releaseId, digest, query } = target;
  if (entityRef !== undefined) return release.entity.entity_ref === entityRef;
  if (releaseId !== undefined) return release.uid === releaseId;
  if (digest !== undefined) {
    const hex = hexOf(digest);
    return (
      release.evidence.some(({ sha256 }) => sha256 === hex) ||
      release.outputs.includes(hex)
    );
  }
  if (query === undefined) return false;
  const isCovered =
    (id !== undefined && release.coveredBy.has(id)) ||
    matchesEntity(query, release.entity);
  return isCovered && matchesRelease(query, release);
}

/** The digest without its algorithm. */
export function hexOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1).toLowerCase();
}

function matchesRelease(query: HoldQuery, release: HeldRelease): boolean {
  const { channel } = query;
  const from = query.receivedFrom ? Date.parse(query.receivedFrom) : -Infinity;
  const to = query.receivedTo ? Date.parse(query.receivedTo) : Infinity;
  return (
    (channel === undefined || channel === release.channel) &&
    matchesGlob(query.line ?? '*', release.line) &&
    release.evidence.some(
      ({ kind, receivedAt }) =>
        (query.kinds === undefined || query.kinds.some(one => one === kind)) &&
        receivedAt >= from &&
        receivedAt <= to,
    )
  );
}

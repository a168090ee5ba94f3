import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { matchesGlob } from '../config/glob';

/** A release as holds look at it. */
export interface HeldRelease {
  id: number;
  uid: string;
  channel: string;
  line: string;
  entityRef: string;
  evidence: { sha256: string; kind: string; receivedAt: number }[];
  /** Hexadecimal, of any algorithm. */
  outputs: string[];
}

/**
 * Whether a hold covers a release. It covers all of it or nothing: what is needed to
 * verify a document lies beside it. And a query asks only for what stays as it is: owner and
 * system are for the entity's author to write, who could end a hold with them.
 */
export function matchesTarget(
  target: HoldTarget,
  release: HeldRelease,
): boolean {
  const { entityRef, releaseId, digest, query } = target;
  if (entityRef !== undefined) return release.entityRef === entityRef;
  if (releaseId !== undefined) return release.uid === releaseId;
  if (digest !== undefined) {
    const hex = hexOf(digest);
    return (
      release.evidence.some(({ sha256 }) => sha256 === hex) ||
      release.outputs.includes(hex)
    );
  }
  return query !== undefined && matchesQuery(query, release);
}

/** The digest without its algorithm. */
export function hexOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1).toLowerCase();
}

function matchesQuery(
  query: NonNullable<HoldTarget['query']>,
  release: HeldRelease,
): boolean {
  const is = (asked: string | undefined, value: string | undefined) =>
    asked === undefined || asked.toLowerCase() === value?.toLowerCase();
  const from = query.receivedFrom ? Date.parse(query.receivedFrom) : -Infinity;
  const to = query.receivedTo ? Date.parse(query.receivedTo) : Infinity;
  return (
    matchesGlob(query.entities ?? '*', release.entityRef) &&
    is(query.channel, release.channel) &&
    matchesGlob(query.line ?? '*', release.line) &&
    release.evidence.some(
      ({ kind, receivedAt }) =>
        (query.kinds === undefined || query.kinds.some(one => one === kind)) &&
        receivedAt >= from &&
        receivedAt <= to,
    )
  );
}

import {
  Evidence,
  EvidenceKind,
  Expectation,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { MissingSince } from './operations/findMissingSince';

// A scan speaks of the day it was made: feeds learn of vulnerabilities every day
const STALE_SCAN_MS = 30 * 24 * 60 * 60 * 1000;

/** Every expected kind, then the kinds that came unasked. */
export function expectationsOf(options: {
  expected: readonly { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  /** Current and not withdrawn. */
  evidence: readonly Evidence[];
  missingSince: ReadonlyMap<EvidenceKind, MissingSince>;
  now: Date;
}): Expectation[] {
  const { expected, evidence, missingSince, now } = options;
  const named = new Set(expected.map(({ kind }) => kind));
  const unasked = new Set(
    evidence.map(({ kind }) => kind).filter(kind => !named.has(kind)),
  );
  return [
    ...expected.map(({ kind, level }) => {
      const own = evidence.filter(piece => piece.kind === kind);
      if (own.length) return present(kind, level, own, now);
      return compact({
        kind,
        level,
        state: 'missing' as const,
        since: missingSince.get(kind),
      });
    }),
    ...[...unasked].sort().map(kind =>
      present(
        kind,
        'unexpected',
        evidence.filter(piece => piece.kind === kind),
        now,
      ),
    ),
  ];
}

function present(
  kind: EvidenceKind,
  level: Expectation['level'],
  own: readonly Evidence[],
  now: Date,
): Expectation {
  return compact({
    kind,
    level,
    state: stateOf(kind, own, now),
    evidenceId: own[0].id,
    detail: detailOf(own),
  });
}

/** The best of several pieces tells the state. */
function stateOf(
  kind: EvidenceKind,
  own: readonly Evidence[],
  now: Date,
): Expectation['state'] {
  const fresh = own.filter(piece => !isStale(kind, piece, now));
  if (!fresh.length) return 'stale';
  return fresh.some(piece => isGood(kind, piece)) ? 'ok' : 'unverified';
}

function isStale(kind: EvidenceKind, piece: Evidence, now: Date): boolean {
  if (kind !== 'scan') return false;
  const made = Date.parse(piece.createdAt ?? piece.receivedAt);
  return now.getTime() - made > STALE_SCAN_MS;
}

/**
 * An unsigned document says no more than its bytes and may do so; what is signed
 * must be verified, and provenance is only a claim until it is.
 */
function isGood(kind: EvidenceKind, { facts }: Evidence): boolean {
  if (facts.valid.state === 'invalid') return false;
  if (facts.recognised.state === 'ambiguous') return false;
  const { signature, trust } = facts;
  const isVerified = signature.state === 'verified';
  if (isVerified && trust.state === 'trusted') return true;
  // A claim of how it was built is worth nothing by itself; a list of parts is
  return (
    kind !== 'provenance' &&
    trust.revoked === undefined &&
    (isVerified || signature.state === 'none')
  );
}

function detailOf(own: readonly Evidence[]): string | undefined {
  const counts = [
    ['component', 'components', own.map(piece => piece.componentCount)],
    ['finding', 'findings', own.map(piece => piece.findingCount)],
    ['entry', 'entries', own.map(piece => piece.entryCount)],
  ] as const;
  for (const [one, many, values] of counts) {
    const known = values.filter(value => value !== undefined);
    // an SBOM without findings is told by its components, a scan by its findings
    if (known.length) {
      const count = known.reduce((a, b) => a + b, 0);
      return `${count} ${count === 1 ? one : many}`;
    }
  }
  return undefined;
}

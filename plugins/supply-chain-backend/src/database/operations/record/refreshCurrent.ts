import {
  denies,
  SignatureFact,
  TrustFact,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { EvidenceRow, toRows } from '../../rows';

/** Evidence that may count in its stream. */
export type Candidate = EvidenceRow & {
  /** When it was received, or last taken back after a withdrawal. */
  arrived_at: number;
  /** What re-reading its bytes told. */
  condition: 'sound' | 'corrupt' | 'missing' | 'unreadable';
};

/**
 * Makes one document current in its stream, by what is known before the release is
 * judged: a newcomer is trusted by nobody yet, so it takes the place of what is not
 * trusted either, and waits behind what is. Judging knows more and has the last word.
 *
 * @returns whether anything changed
 */
export async function refreshCurrent(options: {
  tx: Knex.Transaction;
  releaseId: number;
  stream: string;
  kind: string;
  /** What it is a detached signature of; signatures of one file replace each other. */
  signs: string | undefined;
  now: number;
}): Promise<boolean> {
  const { tx, releaseId, stream, kind, signs, now } = options;
  const place = { stream, kind, signs };
  const candidates = await listCandidates({ tx, releaseId, place });
  const factsOf = ({ trust, signature }: Candidate) => ({
    trust: JSON.parse(trust) as TrustFact,
    signature: JSON.parse(signature) as SignatureFact,
  });
  // A bad signature in a trusted name is `trusted` too, so that it can be denied
  const isTrusted = (candidate: Candidate) => {
    const { trust, signature } = factsOf(candidate);
    return trust.state === 'trusted' && signature.state === 'verified';
  };
  const isDenying = (candidate: Candidate) => denies(factsOf(candidate));
  const winner =
    candidates.filter(isTrusted).at(-1) ??
    (signs === undefined ? undefined : candidates.filter(isDenying).at(-1)) ??
    candidates.at(-1);
  return winner ? makeCurrent({ tx, winner, candidates, now }) : false;
}

/** All that was not withdrawn, in order of arrival. */
export async function listCandidates(options: {
  tx: Knex;
  releaseId: number;
  /** Default: of every stream and kind, whatever it signs. */
  place?: { stream: string; kind: string; signs: string | undefined };
}): Promise<Candidate[]> {
  const { tx, releaseId, place } = options;
  const within = place && {
    'e.stream': place.stream,
    'e.kind': place.kind,
    'e.signs': place.signs ?? null,
  };
  const rows = toRows<Candidate>(
    await tx('evidence as e')
      .join('artifact as a', 'a.sha256', 'e.sha256')
      .where({ 'e.release_id': releaseId, ...within })
      .whereNull('e.withdrawn_at')
      .select('e.*', 'a.condition', {
        arrived_at: tx('withdrawal')
          .whereRaw('evidence_id = e.id')
          .max('reinstated_at') as unknown as string,
      }),
  );
  return rows
    .map(row => ({ ...row, arrived_at: row.arrived_at ?? row.received_at }))
    .sort((a, b) => a.arrived_at - b.arrived_at || a.id - b.id);
}

/** Writes only what differs; says whether anything did. */
export async function makeCurrent(options: {
  tx: Knex.Transaction;
  winner: Candidate;
  /** All of the stream, of this kind. */
  candidates: readonly Candidate[];
  now: number;
}): Promise<boolean> {
  const { tx, winner, candidates, now } = options;
  const losers = candidates.filter(({ id }) => id !== winner.id);
  const beaten = losers.filter(
    loser => loser.current || loser.superseded_by !== winner.id,
  );
  const isChanged = !winner.current || losers.some(({ current }) => current);
  if (beaten.length > 0) {
    const ids = beaten.map(({ id }) => id);
    await tx('evidence')
      .whereIn('id', ids)
      .update({ current: false, superseded_by: winner.id });
    await tx('finding_source')
      .whereIn('evidence_id', ids)
      .whereNull('removed_at')
      .update({ removed_at: now });
  }
  if (!winner.current || winner.superseded_by !== undefined) {
    await tx('evidence')
      .where({ id: winner.id })
      .update({ current: true, superseded_by: null });
    await tx('finding_source')
      .where({ evidence_id: winner.id })
      .update({ removed_at: null });
  }
  return isChanged;
}

import { currentWithin, EvidenceTrust } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { refreshFindings } from '../database/operations/record/recordFindings';
import {
  listCandidates,
  makeCurrent,
} from '../database/operations/record/refreshCurrent';
import { refreshInventory } from '../database/operations/record/refreshInventory';
import { fitOptional } from '../database/text';
import { ReleaseRow } from '../database/rows';
import { keepAttested } from './keepAttested';
import { toKeptTrust } from './KeptTrust';
import { RelatedRelease } from './ReleaseRelator';

/**
 * Writes what relating found, and makes current what counts by it. Runs in the
 * transaction that keeps the judgement. Nothing is written, and `false` given, when
 * evidence came, went or was chosen otherwise in between: then it is no longer true.
 */
export async function keepTrust(options: {
  tx: Knex.Transaction;
  release: ReleaseRow;
  related: RelatedRelease;
  now: number;
}): Promise<boolean> {
  const { tx, release, related, now } = options;
  const candidates = await listCandidates({ tx, releaseId: release.id });
  const fingerprint = (rows: { id: number; arrived_at: number }[]) =>
    JSON.stringify(rows.map(row => [row.id, row.arrived_at]));
  const judged = related.evidence.map(({ row }) => row);
  if (fingerprint(candidates) !== fingerprint(judged)) return false;

  const known = new Map(judged.map(({ id, signs }) => [id, signs]));
  for (const row of candidates) {
    const columns = {
      ...columnsOf(related.trust.evidence[row.uid]),
      // What came before the column was there is told by its reading alone
      signs: row.signs ?? known.get(row.id) ?? null,
    };
    const isSame =
      columns.signature === row.signature &&
      columns.bound === row.bound &&
      columns.trust === row.trust &&
      columns.trust_line === (row.trust_line ?? null) &&
      columns.signs === (row.signs ?? null);
    if (!isSame) await tx('evidence').where({ id: row.id }).update(columns);
    row.signs = known.get(row.id);
  }
  let isMoved = false;
  for (const winner of candidates.filter(({ uid }) =>
    related.current.has(uid),
  )) {
    const within = currentWithin(winner);
    const stream = candidates.filter(row => currentWithin(row) === within);
    const changed = await makeCurrent({ tx, winner, candidates: stream, now });
    isMoved = changed || isMoved;
  }
  if (isMoved) {
    await refreshFindings({ tx, releaseId: release.id, now });
    if (release.channel === 'release') {
      const { subject_id: subjectId, line } = release;
      await refreshInventory({ tx, subjectId, line });
    }
  }
  const { trust, policyDigest } = related;
  await keepAttested({ tx, releaseId: release.id, trust, now });
  await tx('release')
    .where({ id: release.id })
    .update({
      trust: JSON.stringify(toKeptTrust(trust)),
      trust_policy_digest: policyDigest,
    });
  return true;
}

function columnsOf({ signature, bound, trust }: EvidenceTrust) {
  return {
    signature: stateFirst(signature),
    bound: JSON.stringify(bound),
    trust: stateFirst(trust),
    // A bad signature in a trusted name has a line that it does not rely on
    trust_line:
      signature.state === 'verified' ? fitOptional(trust.line, 100) : null,
  };
}

/** What is signed is found by how the column begins. */
function stateFirst({ state, ...rest }: { state: string }): string {
  return JSON.stringify({ state, ...rest });
}

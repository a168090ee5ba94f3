import { PlacedHold } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { toIso } from '../../database/operations/releases/columns';
import { activeHolds, holdsOf } from './heldReleases';

/** Holds on a release; which ones, only for those who may see retention. */
export async function placedHolds(options: {
  tx: Knex;
  releaseId: number;
  isNamed: boolean;
}): Promise<PlacedHold[]> {
  const { tx, releaseId, isNamed } = options;
  const holds = await activeHolds(tx);
  const held = await holdsOf({ tx, releaseIds: [releaseId], holds });
  return (held.get(releaseId) ?? []).map(
    ({ uid, reference, placedAt, reviewAt }) => ({
      since: toIso(placedAt),
      ...(isNamed && { id: uid, reference, reviewAt: toIso(reviewAt) }),
    }),
  );
}

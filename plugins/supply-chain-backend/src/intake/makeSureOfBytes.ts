import {
  ArtifactStore,
  StoredArtifact,
} from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';
import { lockDigests } from '../database/operations/record/lockKeeping';
import { Received } from './receive';

/**
 * Bytes that were stored before the transaction may have been unlinked since, with
 * the last evidence that had them. From here on nobody unlinks them until it ends.
 */
export async function makeSureOfBytes(options: {
  tx: Knex.Transaction;
  store: ArtifactStore;
  received: Received;
  /** Absent: the artifact was there before. */
  stored?: StoredArtifact;
}): Promise<StoredArtifact | undefined> {
  const { tx, store, received, stored } = options;
  const { sha256, path } = received;
  await lockDigests(tx, [sha256]);
  const row = await tx('artifact').where({ sha256 }).first('sha256');
  const isThere = await store.has(sha256);
  if (isThere && (stored || row)) return stored;
  return store.put({ sha256, path });
}

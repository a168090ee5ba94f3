import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';

// One is enough; several, because a disk may be bad in more places than one
const WITNESSES = 5;

/**
 * Whether the store gives any of the bytes that were sound the last time. When it gives
 * none of them it is the store that is away, and nothing is known about the bytes. Where
 * nothing else is stored, nobody can tell the two apart, and the bytes are what is meant.
 */
export async function storeAnswers(options: {
  tx: Knex;
  store: ArtifactStore;
  /** The artifact that could not be had. */
  besides?: string;
}): Promise<boolean> {
  const { tx, store, besides = '' } = options;
  const witnesses: { sha256: string }[] = await tx('artifact')
    .where({ condition: 'sound' })
    .whereNull('unlink_at')
    .whereNot({ sha256: besides })
    .orderByRaw('coalesce(checked_at, created_at) desc, sha256')
    .limit(WITNESSES)
    .select('sha256');
  for (const { sha256 } of witnesses) {
    if (await isGiven(store, sha256)) return true;
  }
  return witnesses.length === 0;
}

/** Whether its first bytes come; not whether they are right. */
async function isGiven(store: ArtifactStore, sha256: string): Promise<boolean> {
  try {
    // Leaving the loop ends the stream
    for await (const _ of await store.open(sha256)) return true;
    return true;
  } catch {
    return false;
  }
}

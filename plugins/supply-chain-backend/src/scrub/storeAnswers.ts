import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';

// One is enough; several, because a disk may be bad in more places than one
const WITNESSES = 6;

/**
 * Whether the store gives any of the bytes that it was seen to give before. When it
 * gives none of them it is the store that is away, and nothing is known about the bytes.
 * Where nothing else is stored, nobody can tell the two apart, and the bytes are what is
 * meant.
 */
export async function storeAnswers(options: {
  tx: Knex;
  store: ArtifactStore;
  /** The artifact that could not be had. */
  besides?: string;
  /** Nothing that came or was restored since tells of what was stored until then. */
  since?: number;
}): Promise<boolean> {
  const { store } = options;
  const witnesses = await findWitnesses(options);
  for (const sha256 of witnesses) {
    if (await isGiven(store, sha256)) return true;
  }
  return witnesses.size === 0;
}

/**
 * What was re-read last and what was longest ago: an arrival that was never re-read may
 * be all that an empty volume in the place of the store has. Where nothing ever was, the
 * oldest arrivals.
 */
async function findWitnesses(options: {
  tx: Knex;
  besides?: string;
  since?: number;
}): Promise<Set<string>> {
  const { tx, besides = '', since } = options;
  const sound = (column: string, direction: 'asc' | 'desc', limit: number) =>
    tx('artifact')
      .where({ condition: 'sound' })
      .whereNull('unlink_at')
      .whereNot({ sha256: besides })
      .whereNotNull(column)
      .modify(query => since !== undefined && query.where(column, '<', since))
      .orderBy([{ column, order: direction }, { column: 'sha256' }])
      .limit(limit)
      .pluck('sha256');
  const read = [
    ...(await sound('checked_at', 'desc', WITNESSES / 2)),
    ...(await sound('checked_at', 'asc', WITNESSES / 2)),
  ];
  return new Set(
    read.length > 0 ? read : await sound('created_at', 'asc', WITNESSES),
  );
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

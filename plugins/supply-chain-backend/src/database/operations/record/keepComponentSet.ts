import { Knex } from 'knex';
import { InternedSet } from '../../ComponentInterner';
import { encodeIds } from '../../componentSet';

/** The components of an SBOM, once for all placements of equal bytes. */
export async function keepComponentSet(options: {
  tx: Knex.Transaction;
  readingId: number;
  set: InternedSet;
}): Promise<void> {
  const { tx, readingId, set } = options;
  await tx('component_set')
    .insert({
      reading_id: readingId,
      count: set.count,
      ids: encodeIds(set.ids),
      flags: Buffer.from(set.flags),
    })
    .onConflict('reading_id')
    .ignore();
}

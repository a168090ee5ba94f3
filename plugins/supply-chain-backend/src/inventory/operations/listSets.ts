import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';

/** Which component sets a release has now: one for each current SBOM. */
export interface SetKey {
  releaseId: number;
  setId: number;
  readingId: number;
  stream: string;
}

export async function listSets(options: {
  tx: Knex;
  releaseIds: number[];
}): Promise<SetKey[]> {
  const rows = await whereIdIn(
    options
      .tx('evidence as e')
      .join('component_set as c', 'c.reading_id', 'e.reading_id')
      .where({ 'e.current': true, 'e.kind': 'sbom' })
      .whereNull('e.withdrawn_at')
      .orderBy(['e.stream', 'e.id'])
      .select({
        releaseId: 'e.release_id',
        setId: 'c.id',
        readingId: 'e.reading_id',
        stream: 'e.stream',
      }),
    'e.release_id',
    options.releaseIds,
  );
  return rows as unknown as SetKey[];
}

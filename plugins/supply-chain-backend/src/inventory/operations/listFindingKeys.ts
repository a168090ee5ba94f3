import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';
import { findingIdentity } from '../findingIdentity';

/** Live findings of a release: how many, and what they are across releases. */
export interface FindingKeys {
  count: number;
  identities: Set<string>;
}

/** For several releases at once, by release id. */
export async function listFindingKeys(options: {
  tx: Knex;
  releaseIds: number[];
}): Promise<Map<number, FindingKeys>> {
  const rows: any[] = await whereIdIn(
    options
      .tx('finding as f')
      .whereNull('f.gone_at')
      .whereExists(
        options
          .tx('finding_source as s')
          .join('evidence as e', 'e.id', 's.evidence_id')
          .where('s.finding_id', options.tx.ref('f.id'))
          .whereNull('s.removed_at')
          .whereNull('e.withdrawn_at')
          .select(options.tx.raw('1')),
      )
      .select('f.release_id', 'f.vulnerability_id', 'f.component_key'),
    'f.release_id',
    options.releaseIds,
  );
  const keys = new Map<number, FindingKeys>(
    options.releaseIds.map(id => [id, { count: 0, identities: new Set() }]),
  );
  for (const row of rows) {
    const own = keys.get(row.release_id) as FindingKeys;
    own.count++;
    own.identities.add(
      findingIdentity(row.vulnerability_id, row.component_key),
    );
  }
  return keys;
}

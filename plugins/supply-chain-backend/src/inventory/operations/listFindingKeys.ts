import { Knex } from 'knex';
import { whereIdIn } from '../../database/operations/releases/idList';
import { findingIdentities } from '../findingIdentity';
import { releaseNames } from '../releaseNames';
import { listAdvisories } from './listAdvisories';

/** Live findings of a release: how many, and what they are across releases. */
export interface FindingKeys {
  count: number;
  /** For each vulnerability of a package, under all its names. */
  identities: string[][];
}

/** For several releases at once, by release id. */
export async function listFindingKeys(options: {
  tx: Knex;
  releaseIds: number[];
}): Promise<Map<number, FindingKeys>> {
  const { tx, releaseIds } = options;
  const [rows, advisories] = await Promise.all([
    whereIdIn(
      tx('finding as f')
        .whereNull('f.gone_at')
        .whereExists(
          tx('finding_source as s')
            .join('evidence as e', 'e.id', 's.evidence_id')
            .where('s.finding_id', tx.ref('f.id'))
            .whereNull('s.removed_at')
            .whereNull('e.withdrawn_at')
            .select(tx.raw('1')),
        )
        .select('f.release_id', 'f.vulnerability', 'f.component_key'),
      'f.release_id',
      releaseIds,
    ) as PromiseLike<
      { release_id: number; vulnerability: string; component_key: string }[]
    >,
    listAdvisories(options),
  ]);
  const keys = new Map<number, FindingKeys>();
  for (const releaseId of releaseIds) {
    const names = releaseNames(advisories.get(releaseId) ?? []);
    const findings = new Set<string>();
    const identities = new Map<string, string[]>();
    for (const row of rows) {
      if (row.release_id !== releaseId) continue;
      const key = row.component_key;
      const name = names.nameOf(row.vulnerability);
      findings.add(`${name}|${key}`);
      const [vulnerability, ...aliases] = names.namesOf(name);
      const known = findingIdentities({
        vulnerability,
        aliases,
        component: { key, name: '' },
      });
      identities.set(known[0], known);
    }
    keys.set(releaseId, {
      count: findings.size,
      identities: [...identities.values()],
    });
  }
  return keys;
}

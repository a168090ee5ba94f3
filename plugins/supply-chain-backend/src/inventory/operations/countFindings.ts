import { Knex } from 'knex';
import { releaseNames } from '../releaseNames';
import { listAdvisories } from './listAdvisories';

/** Live findings of a release by component key. */
export async function countFindings(options: {
  tx: Knex;
  releaseId: number;
}): Promise<Map<string, number>> {
  const { tx, releaseId } = options;
  const [rows, advisories] = await Promise.all([
    tx('finding as f')
      .where('f.release_id', releaseId)
      .whereNull('f.gone_at')
      .whereExists(
        tx('finding_source as s')
          .join('evidence as e', 'e.id', 's.evidence_id')
          .where('s.finding_id', tx.ref('f.id'))
          .whereNull('s.removed_at')
          .whereNull('e.withdrawn_at')
          .select(tx.raw('1')),
      )
      .select('f.component_key', 'f.vulnerability'),
    listAdvisories({ tx, releaseIds: [releaseId] }),
  ]);
  const { nameOf } = releaseNames(advisories.get(releaseId) ?? []);
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = nameOf(row.vulnerability);
    const known = names.get(row.component_key) ?? new Set();
    names.set(row.component_key, known.add(name));
  }
  return new Map([...names].map(([key, known]) => [key, known.size]));
}

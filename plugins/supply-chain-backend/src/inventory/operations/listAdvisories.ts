import { Knex } from 'knex';
import { toJson, toOptional } from '../../database/operations/releases/columns';
import { whereIdIn } from '../../database/operations/releases/idList';

/** What a document that counts for a release says of a vulnerability. */
export interface Advisory {
  vulnerability: string;
  aliases: string[];
  description?: string;
  url?: string;
}

/** By release id, in the order of the evidence. */
export async function listAdvisories(options: {
  tx: Knex;
  releaseIds: number[];
}): Promise<Map<number, Advisory[]>> {
  const { tx, releaseIds } = options;
  const rows: any[] = await whereIdIn(
    tx('evidence as e')
      .join('advisory as a', 'a.reading_id', 'e.reading_id')
      .where('e.current', true)
      .whereNull('e.withdrawn_at')
      .orderBy(['e.id', 'a.vulnerability'])
      .select('e.release_id', 'a.*'),
    'e.release_id',
    releaseIds,
  );
  const advisories = new Map<number, Advisory[]>(
    releaseIds.map(id => [id, []]),
  );
  for (const row of rows) {
    advisories.get(row.release_id)!.push({
      vulnerability: row.vulnerability,
      aliases: toJson<string[]>(row.aliases, []),
      description: toOptional(row.description),
      url: toOptional(row.url),
    });
  }
  return advisories;
}

import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { lockKeeping } from '../database/operations/record/lockKeeping';
import { coverMatching } from './operations/cover';

/** Holds by query that were placed before covers were written down get theirs. */
export async function coverEarlierHolds(
  database: SupplyChainDatabase,
  now: number,
): Promise<void> {
  await database.transaction(async tx => {
    await lockKeeping(tx);
    const rows: { id: number; target: string }[] = await tx('hold')
      .whereNull('lifted_at')
      .whereNull('covered_at')
      .select('id', 'target');
    for (const { id: holdId, target } of rows) {
      const { query } = JSON.parse(target);
      if (query) await coverMatching({ tx, holdId, query, now });
    }
  });
}

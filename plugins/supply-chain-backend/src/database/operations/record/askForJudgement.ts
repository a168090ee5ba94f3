import { Knex } from 'knex';

/** Marks releases as needing judgement; survives everything but the disk. */
export async function askForJudgement(options: {
  tx: Knex;
  releaseIds: number[];
  now: number;
}): Promise<void> {
  const { tx, releaseIds, now } = options;
  if (releaseIds.length === 0) return;
  await tx('release')
    .whereIn('id', releaseIds)
    .update({
      judge_asked: tx.raw('judge_asked + 1'),
      judge_since: tx.raw('coalesce(judge_since, ?)', [now]),
    });
}

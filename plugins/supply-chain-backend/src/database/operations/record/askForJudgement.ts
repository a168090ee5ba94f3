import { Knex } from 'knex';
import { idsIn } from '../../raw';

/** Marks releases as needing judgement; survives everything but the disk. */
export async function askForJudgement(options: {
  tx: Knex;
  releaseIds: number[];
  now: number;
}): Promise<void> {
  const { tx, releaseIds, now } = options;
  if (releaseIds.length === 0) return;
  const own = idsIn(tx, 'id', releaseIds);
  await tx('release')
    .whereRaw(own.sql, own.bindings)
    .update({
      judge_asked: tx.raw('judge_asked + 1'),
      judge_since: tx.raw('coalesce(judge_since, ?)', [now]),
    });
}

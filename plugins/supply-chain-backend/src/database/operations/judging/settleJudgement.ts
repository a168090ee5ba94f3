import { Knex } from 'knex';
import { ReleaseRow } from '../../rows';

/** What was asked after the judgement began stays asked. */
export async function settleJudgement(options: {
  tx: Knex.Transaction;
  release: ReleaseRow;
}): Promise<void> {
  const { tx, release } = options;
  await tx('release')
    .where({ id: release.id })
    .where('judge_done', '<', release.judge_asked)
    .update({ judge_done: release.judge_asked });
  await tx('release')
    .where({ id: release.id })
    .whereRaw('judge_done >= judge_asked')
    .update({ judge_since: null });
}

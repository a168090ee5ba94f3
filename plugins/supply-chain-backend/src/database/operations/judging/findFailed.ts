import { Knex } from 'knex';

/** A release whose current decision is an error. */
export interface FailedJudgement {
  releaseId: number;
  judgedAt: number;
  /** Errors in a row, this one included. */
  attempts: number;
  /** Why there was no judgement. */
  code?: string;
}

/** Releases of any channel that could not be judged, and are not to be judged anyway. */
export async function findFailed(options: {
  tx: Knex;
}): Promise<FailedJudgement[]> {
  const { tx } = options;
  const rows = await tx('release as r')
    .join('decision as d', 'd.id', 'r.decision_id')
    .where('d.verdict', 'error')
    .whereRaw('r.judge_asked <= r.judge_done')
    .select('r.id', 'd.judged_at', 'd.error', {
      attempts: tx('decision as e')
        .whereRaw('e.release_id = r.id')
        .whereNotExists(
          tx('decision as o')
            .whereRaw('o.release_id = r.id and o.id > e.id')
            .whereNot('o.verdict', 'error')
            .select(tx.raw('1')),
        )
        .where('e.verdict', 'error')
        .count(),
    } as never);
  return rows.map((row: any) => ({
    releaseId: row.id,
    judgedAt: Number(row.judged_at),
    attempts: Number(row.attempts),
    code: row.error ? JSON.parse(row.error).code : undefined,
  }));
}

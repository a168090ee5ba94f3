import { EvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from './types';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Judges newest releases again when time or the policy moved on: once a day, because
 * scans grow old; when a rule's date or an enforcement date has passed; and when the
 * bundle is another one.
 */
export class RejudgeTask {
  readonly #database: SupplyChainDatabase;
  readonly #workers: EvidenceWorkers;
  readonly #queue: JudgeQueue;

  constructor(options: {
    database: SupplyChainDatabase;
    workers: EvidenceWorkers;
    queue: JudgeQueue;
  }) {
    this.#database = options.database;
    this.#workers = options.workers;
    this.#queue = options.queue;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const now = Date.now();
    const { digest, rules } = await this.#workers.describePolicy();
    const dates = rules.flatMap(({ effectiveOn }) => {
      const date = effectiveOn ? Date.parse(effectiveOn) : NaN;
      return date <= now ? [date] : [];
    });
    const rows = await tx('subject as s')
      .join('release as r', 'r.id', 's.newest_release_id')
      .join('decision as d', 'd.id', 'r.decision_id')
      .whereRaw('r.judge_asked <= r.judge_done')
      .select('r.id', 'd.policy_digest', 'd.judged_at', 's.enforced_from');
    const due = rows.filter(row => {
      const judgedAt = Number(row.judged_at);
      const passed = (date: number) => date > judgedAt && date <= now;
      return (
        row.policy_digest !== digest ||
        judgedAt <= now - DAY ||
        dates.some(passed) ||
        (row.enforced_from !== null && passed(Number(row.enforced_from)))
      );
    });
    const releaseIds = due.map(row => row.id as number);
    for (let start = 0; start < releaseIds.length; start += 500) {
      await askForJudgement({
        tx,
        releaseIds: releaseIds.slice(start, start + 500),
        now,
      });
    }
    await this.#queue.judgeAll(signal);
  }
}

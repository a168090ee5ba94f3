import {
  FailedJudgement,
  findFailed,
} from '../database/operations/judging/findFailed';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from './types';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Judges again what could not be judged: after a minute, four, sixteen and so on, at
 * most a day. A loaded machine is quieter by then, a broken bundle may be mended.
 */
export class RetryTask {
  readonly #database: SupplyChainDatabase;
  readonly #queue: JudgeQueue;

  constructor(options: { database: SupplyChainDatabase; queue: JudgeQueue }) {
    this.#database = options.database;
    this.#queue = options.queue;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const now = Date.now();
    const failed = await findFailed({ tx });
    const releaseIds = failed
      .filter(failure => failure.judgedAt + delayOf(failure) <= now)
      .map(({ releaseId }) => releaseId);
    for (let start = 0; start < releaseIds.length; start += 500) {
      await askForJudgement({
        tx,
        releaseIds: releaseIds.slice(start, start + 500),
        now,
      });
    }
    if (releaseIds.length > 0) await this.#queue.judgeAll(signal);
  }
}

function delayOf({ attempts, code }: FailedJudgement): number {
  // The same evidence is as large the next time
  if (code === 'too-large') return DAY;
  return Math.min(MINUTE * 4 ** (attempts - 1), DAY);
}

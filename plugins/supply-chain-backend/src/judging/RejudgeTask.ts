import { canonicalJson, EvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { TrustPolicies } from '../trust/TrustPolicies';
import { JudgeQueue } from './types';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Judges the newest release of every line again when time or the policy moved on: once
 * a day, because scans grow old; when a rule's date or an enforcement date has passed;
 * when the bundle or its configured data are others; and when the trust policy is, which
 * says how releases are to be signed.
 */
export class RejudgeTask {
  readonly #database: SupplyChainDatabase;
  readonly #workers: EvidenceWorkers;
  readonly #queue: JudgeQueue;
  readonly #policies: TrustPolicies;
  readonly #config: SupplyChainConfig;

  constructor(options: {
    database: SupplyChainDatabase;
    workers: EvidenceWorkers;
    queue: JudgeQueue;
    policies: TrustPolicies;
    config: SupplyChainConfig;
  }) {
    this.#database = options.database;
    this.#workers = options.workers;
    this.#queue = options.queue;
    this.#policies = options.policies;
    this.#config = options.config;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const now = Date.now();
    const { digest, rules } = await this.#workers.describePolicy();
    const { digest: trustDigest } = await this.#policies.current();
    const dataDigest = await this.#dataDigest(digest);
    const dates = rules.flatMap(({ effectiveOn }) => {
      const date = effectiveOn ? Date.parse(effectiveOn) : NaN;
      return date <= now ? [date] : [];
    });
    const rows = await tx('subject as s')
      .join('release as r', 'r.subject_id', 's.id')
      .join('decision as d', 'd.id', 'r.decision_id')
      .where('r.channel', 'release')
      // Those are for `RetryTask`; an error has no policy to compare
      .whereNot('d.verdict', 'error')
      .whereRaw('r.judge_asked <= r.judge_done')
      .whereNotExists(
        tx('release as l')
          .whereRaw(
            `l.subject_id = r.subject_id and l.channel = r.channel
              and l.line = r.line
              and (l.made_at > r.made_at or (l.made_at = r.made_at and l.id > r.id))`,
          )
          .select(tx.raw('1')),
      )
      .select(
        'r.id',
        'd.policy_digest',
        'd.data_digest',
        'd.judged_at',
        's.enforced_from',
        'r.trust_policy_digest',
      );
    const due = rows.filter(row => {
      const judgedAt = Number(row.judged_at);
      const passed = (date: number) => date > judgedAt && date <= now;
      return (
        row.policy_digest !== digest ||
        row.trust_policy_digest !== trustDigest ||
        (dataDigest !== undefined && row.data_digest !== dataDigest) ||
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

  /** The bundle adds data of its own, so only a judgement tells the digest of both. */
  async #dataDigest(policy: string): Promise<string | undefined> {
    const judgement = await this.#workers.judge(canonicalJson({}), {
      collection: 'release',
      data: this.#config.policy.data,
    });
    // Without the bundle it tells nothing of the data
    return judgement.policyDigest === policy ? judgement.dataDigest : undefined;
  }
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import {
  findHolding,
  findRelatedBefore,
  findUnassessed,
  SignedRef,
} from '../database/operations/trust/findStale';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { JudgeQueue } from '../judging/types';
import { Assessor } from './Assessor';
import { AppliedPolicy, TrustPolicies } from './TrustPolicies';

const CHUNK = 50;

/**
 * After a change of the trust policy, checks everything signed again and has every
 * release that holds any of it judged again. What is left to do is what the database
 * says is not done, so a turn that ends early, or dies, is taken up by the next one.
 */
export class ReassessTask {
  readonly #database: SupplyChainDatabase;
  readonly #policies: TrustPolicies;
  readonly #assessor: Assessor;
  readonly #queue: JudgeQueue;
  readonly #logger: LoggerService;
  /** The policy that nothing is left to do for; looking for it costs a walk over everything signed. */
  #doneFor: string | undefined;

  constructor(options: {
    database: SupplyChainDatabase;
    policies: TrustPolicies;
    assessor: Assessor;
    queue: JudgeQueue;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#policies = options.policies;
    this.#assessor = options.assessor;
    this.#queue = options.queue;
    this.#logger = options.logger;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const policy = await this.#policies.current();
    if (policy.digest === this.#doneFor) return;
    const { assessed, failed } = await this.#assess(policy, signal);
    const marked = await this.#markRelatedBefore(policy, signal);
    if (!signal?.aborted && failed === 0) this.#doneFor = policy.digest;
    if (assessed + marked === 0) return;
    this.#logger.info(
      `Trust policy '${policy.digest}': ${assessed} signed documents checked, ${marked} more releases to judge again`,
    );
    await this.#queue.judgeAll(signal);
  }

  async #assess(policy: AppliedPolicy, signal?: AbortSignal) {
    const tx = this.#database.knex;
    const { digest: policyDigest } = policy;
    let assessed = 0;
    let failed = 0;
    let after: SignedRef = { sha256: '', signs: '' };
    while (!signal?.aborted) {
      const query = { tx, policyDigest, after, limit: CHUNK };
      const signed = await findUnassessed(query);
      if (signed.length === 0) break;
      after = signed[signed.length - 1];
      const done: string[] = [];
      for (const one of signed) {
        if (signal?.aborted) break;
        if (await this.#assessOne(one, policy)) done.push(one.sha256);
        else failed += 1;
      }
      const releaseIds = await findHolding({ tx, sha256s: done });
      await askForJudgement({ tx, releaseIds, now: Date.now() });
      assessed += done.length;
    }
    return { assessed, failed };
  }

  /** One that cannot be read must not keep the others from being looked at. */
  async #assessOne(
    { sha256, signs }: SignedRef,
    policy: AppliedPolicy,
  ): Promise<boolean> {
    try {
      await this.#assessor.assessArtifact({ sha256, signs }, policy);
      return true;
    } catch (error) {
      this.#logger.error(
        `Artifact '${sha256}' was not checked under trust policy '${policy.digest}'`,
        error as Error,
      );
      return false;
    }
  }

  async #markRelatedBefore(
    { digest: policyDigest }: AppliedPolicy,
    signal?: AbortSignal,
  ): Promise<number> {
    const tx = this.#database.knex;
    let count = 0;
    let after = 0;
    while (!signal?.aborted) {
      const query = { tx, policyDigest, after, limit: CHUNK };
      const releaseIds = await findRelatedBefore(query);
      if (releaseIds.length === 0) break;
      after = releaseIds[releaseIds.length - 1];
      await askForJudgement({ tx, releaseIds, now: Date.now() });
      count += releaseIds.length;
    }
    return count;
  }
}

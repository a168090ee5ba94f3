import { rm } from 'node:fs/promises';
import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  TrustDependentPage,
  TrustPolicyView,
  TrustTest,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { EvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { GrantedEntity, GrantedList } from '../authorization';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { findSubjectRow } from '../database/operations/subjects/upsertSubjects';
import { countDependents } from '../database/operations/trust/dependents';
import { listTrustPolicies } from '../database/operations/trust/trustPolicies';
import { listTrustRoots } from '../database/operations/trust/trustRoots';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { receive } from '../intake/receive';
import { RefusedError } from '../intake/RefusedError';
import { toRefusalReason } from '../intake/toRefusalReason';
import { JudgeQueue } from '../judging/types';
import { Assessor } from './Assessor';
import { HeldTrust } from './HeldTrust';
import { originOf } from './originOf';
import { pageOfDependents } from './pageOfDependents';
import { historyOf, policyView } from './policyView';
import { testTrust, TestedSubject } from './testTrust';
import { TrustPolicies } from './TrustPolicies';
import { TestedBody, TrustService } from './types';

const MOST_HISTORY = 100;
const MOST_TESTS = 2;

const UNSIGNED: TrustTest = {
  state: 'unsigned',
  reason: 'It carries no signature, so nobody vouches for it.',
  checks: [],
  times: [],
  lines: [],
};

/** Shows the trust policy and what it does; knows no permissions. */
export class DefaultTrustService implements TrustService {
  readonly #database: SupplyChainDatabase;
  readonly #policies: TrustPolicies;
  readonly #assessor: Assessor;
  readonly #held: HeldTrust;
  readonly #queue: JudgeQueue;
  readonly #workers: EvidenceWorkers;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #limits: SupplyChainConfig['limits'];
  readonly #temporary: string;
  #testing = 0;

  constructor(options: {
    database: SupplyChainDatabase;
    policies: TrustPolicies;
    assessor: Assessor;
    held: HeldTrust;
    queue: JudgeQueue;
    workers: EvidenceWorkers;
    catalog: CatalogService;
    auth: AuthService;
    config: SupplyChainConfig;
    /** Folder for bytes that are looked at and not kept. */
    temporary: string;
  }) {
    this.#database = options.database;
    this.#policies = options.policies;
    this.#assessor = options.assessor;
    this.#held = options.held;
    this.#queue = options.queue;
    this.#workers = options.workers;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#limits = options.config.limits;
    this.#temporary = options.temporary;
  }

  async getPolicy(list: GrantedList): Promise<TrustPolicyView> {
    const applied = await this.#policies.current();
    const tx = this.#database.knex;
    const [counts, roots, rows] = await Promise.all([
      countDependents({ tx }),
      listTrustRoots({ tx }),
      listTrustPolicies({ tx, limit: MOST_HISTORY + 1 }),
    ]);
    const refs = new Set(counts.map(({ entityRef }) => entityRef));
    const visible = await list.visible([...refs]);
    const dependents = new Map<string, number>();
    for (const { line, entityRef, count } of counts) {
      if (!visible.has(entityRef)) continue;
      dependents.set(line, (dependents.get(line) ?? 0) + count);
    }
    return policyView({
      applied,
      roots,
      dependents,
      history: historyOf(rows, MOST_HISTORY),
    });
  }

  async test(
    options: TestedBody & { entity?: GrantedEntity },
  ): Promise<TrustTest> {
    if (this.#testing >= MOST_TESTS) {
      throw new RefusedError({
        code: 'busy',
        status: 429,
        reason: `The portal is looking at ${this.#testing} other documents.`,
        remedy: 'Try it again in a few seconds.',
      });
    }
    this.#testing += 1;
    try {
      return await this.#test(options);
    } catch (error) {
      const reason = toRefusalReason(error);
      throw reason ? new RefusedError(reason) : error;
    } finally {
      this.#testing -= 1;
    }
  }

  async listDependents(
    list: GrantedList,
    lineId: string,
    page: { cursor?: string; limit: number },
  ): Promise<TrustDependentPage> {
    const { policy } = await this.#policies.current();
    if (!policy.lines.some(({ id }) => id === lineId)) {
      throw new NotFoundError(`The trust policy has no line '${lineId}'`);
    }
    const tx = this.#database.knex;
    return pageOfDependents({ tx, list, line: lineId, ...page });
  }

  async confirm(
    options: Parameters<TrustService['confirm']>[0],
  ): Promise<void> {
    const { entityRef } = options;
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    if (!entity) throw new NotFoundError(`Entity '${entityRef}' not found`);
    const releaseIds = await this.#held.confirm({
      ...options,
      origin: originOf(entity),
    });
    for (const releaseId of releaseIds) this.#queue.judge(releaseId);
  }

  async #test(
    options: TestedBody & { entity?: GrantedEntity },
  ): Promise<TrustTest> {
    const received = await receive({
      ...options,
      directory: this.#temporary,
      maxBytes: this.#limits.maxBytes,
      idleTimeoutMs: this.#limits.bodyIdleTimeoutMs,
    });
    try {
      const { fragment } = await this.#workers.read(received.path);
      if (!fragment.signed) return UNSIGNED;
      const applied = await this.#policies.current();
      return testTrust({
        policy: applied.policy,
        assessment: await this.#assessor.assessFile(received.path, applied),
        fragment,
        subject: options.entity && (await this.#subject(options.entity)),
        now: new Date(),
      });
    } finally {
      await rm(received.path, { force: true });
    }
  }

  async #subject({ entityRef }: GrantedEntity): Promise<TestedSubject> {
    const row = await findSubjectRow({ tx: this.#database.knex, entityRef });
    return {
      ref: entityRef,
      origin: row?.source_location,
      held: row?.trust_held_reason,
    };
  }
}

import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { Audit } from '../audit/Audit';
import { TrustConfig } from '../config/TrustConfig';
import { appendEvent } from '../database/operations/record/appendEvent';
import {
  findTrustPolicy,
  findTrustPolicyId,
  insertTrustPolicy,
  lockTrustPolicies,
  TrustPolicyRow,
} from '../database/operations/trust/trustPolicies';
import { listTrustRoots } from '../database/operations/trust/trustRoots';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import {
  ComposedPolicy,
  composePolicy,
  ToldRoots,
  withRoots,
} from './composePolicy';
import { diffPolicies } from './diffPolicies';
import { parsePolicy } from './parsePolicy';

/** The policy that applies to everybody who shares the database. */
export type AppliedPolicy = ComposedPolicy & { id: number; since: number };

type NextPolicy = (
  told: ToldRoots,
  last: ComposedPolicy | undefined,
) => ComposedPolicy;

/*
 * The database says which policy applies, so that all replicas judge by the same one.
 * A replica puts its config in place once, when it starts; from then on it follows.
 * One that goes on running with an older config therefore never takes a newer policy
 * back, and what TUF repositories tell goes into the policy that applies, whoever
 * asked them: that policy says which repository each of its roots is of, and what was
 * told is read under the lock, since another replica may know more. Rows are only added: what applied when something was received or
 * decided can be read for ever.
 */
export class TrustPolicies {
  readonly #database: SupplyChainDatabase;
  readonly #config: TrustConfig;
  readonly #audit: Audit;
  readonly #parsed = new LRUCache<string, ComposedPolicy>({ max: 4 });
  #started: Promise<void> | undefined;
  /** The last one that was asked for. */
  #applied: AppliedPolicy | undefined;

  /** Throws for a config that cannot be meant. */
  constructor(options: {
    database: SupplyChainDatabase;
    config: { trust: TrustConfig };
    audit: Audit;
  }) {
    this.#database = options.database;
    this.#config = options.config.trust;
    this.#audit = options.audit;
    composePolicy(this.#config, new Map());
  }

  /** Puts this config in place; once, whoever asks first. */
  start(): Promise<void> {
    this.#started ??= this.#propose().catch(error => {
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }

  async current(): Promise<AppliedPolicy> {
    await this.start();
    const tx = this.#database.knex;
    const id = await findTrustPolicyId({ tx });
    if (this.#applied && this.#applied.id === id) return this.#applied;
    this.#applied = this.#toApplied((await findTrustPolicy({ tx }))!);
    return this.#applied;
  }

  /** Takes newer roots into the policy that applies. */
  async takeRoots(): Promise<void> {
    await this.start();
    await this.#apply((told, last) => withRoots(last!, told));
  }

  async #propose(): Promise<void> {
    await this.#apply(told => composePolicy(this.#config, told));
  }

  /** Nothing is written, nor told, when the policy that applies is that one. */
  async #apply(next: NextPolicy): Promise<void> {
    const tx = this.#database.knex;
    const before = await findTrustPolicy({ tx });
    const last = before && this.#toApplied(before);
    const wanted = next(await toldRoots(tx), last);
    if (wanted.digest === before?.digest) return;
    await this.#audit.run(
      'trust-policy-change',
      { policy: wanted.digest, before: before?.digest ?? null },
      () => this.#database.transaction(work => this.#insert(work, next)),
      lines => lines ?? { unchanged: true },
    );
  }

  async #insert(tx: Parameters<typeof lockTrustPolicies>[0], next: NextPolicy) {
    await lockTrustPolicies(tx);
    // Another replica may have been faster
    const row = await findTrustPolicy({ tx });
    const last = row && this.#toApplied(row);
    const { digest, json, policy } = next(await toldRoots(tx), last);
    if (digest === last?.digest) return undefined;
    const now = Date.now();
    const content = Buffer.from(json).toString('utf8');
    await insertTrustPolicy({ tx, digest, content, now });
    const lines = diffPolicies(last?.policy, policy);
    await appendEvent({
      tx,
      type: 'trust-policy-changed',
      at: now,
      facts: { policy: digest, before: last?.digest, ...lines },
    });
    return { ...lines };
  }

  #toApplied(row: TrustPolicyRow): AppliedPolicy {
    const known = this.#parsed.get(row.digest) ?? parsePolicy(row);
    this.#parsed.set(row.digest, known);
    return { ...known, id: row.id, since: row.since };
  }
}

async function toldRoots(tx: Knex): Promise<ToldRoots> {
  const rows = await listTrustRoots({ tx });
  return new Map(
    rows.map(({ repository, root }) => [repository, JSON.parse(root)]),
  );
}

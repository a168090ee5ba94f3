import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import {
  EvidenceWorkers,
  SignedAssessment,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import {
  findVerifications,
  keepVerification,
  keyOf,
} from '../database/operations/trust/verifications';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { SupplyChainMetrics } from '../metrics';
import { ComposedPolicy } from './composePolicy';

/** Has signed documents checked in a thread, once for each artifact and policy. */
export class Assessor {
  readonly #database: SupplyChainDatabase;
  readonly #workers: EvidenceWorkers;
  readonly #store: ArtifactStore;
  readonly #temporary: string;
  readonly #metrics: SupplyChainMetrics;

  constructor(options: {
    database: SupplyChainDatabase;
    workers: EvidenceWorkers;
    store: ArtifactStore;
    /** Folder for bytes that are looked at and not kept. */
    temporary: string;
    metrics: SupplyChainMetrics;
  }) {
    this.#database = options.database;
    this.#workers = options.workers;
    this.#store = options.store;
    this.#temporary = options.temporary;
    this.#metrics = options.metrics;
  }

  /** Of a file; nothing is kept. */
  async assessFile(
    path: string,
    { digest, json }: ComposedPolicy,
  ): Promise<SignedAssessment> {
    const started = performance.now();
    const assessment = await this.#workers.assess(path, { digest, json });
    const seconds = (performance.now() - started) / 1000;
    this.#metrics.assessed(assessment.state, seconds);
    return assessment;
  }

  /** Of bytes that arrived; whoever records them keeps it. */
  async assessArrival(
    received: { sha256: string; path: string },
    policy: ComposedPolicy,
  ): Promise<SignedAssessment> {
    const known = await this.#find(received.sha256, policy);
    return known ?? this.assessFile(received.path, policy);
  }

  /** Of an artifact in the store; kept. */
  async assessArtifact(
    sha256: string,
    policy: ComposedPolicy,
  ): Promise<SignedAssessment> {
    const known = await this.#find(sha256, policy);
    if (known) return known;
    const path = join(this.#temporary, `${randomUUID()}.signed`);
    try {
      await pipeline(
        await this.#store.open(sha256),
        createWriteStream(path, { mode: 0o600 }),
      );
      const assessment = await this.assessFile(path, policy);
      const tx = this.#database.knex;
      await keepVerification({ tx, sha256, assessment, now: Date.now() });
      return assessment;
    } finally {
      await rm(path, { force: true });
    }
  }

  async #find(sha256: string, { digest }: ComposedPolicy) {
    const tx: Knex = this.#database.knex;
    const found = await findVerifications({
      tx,
      sha256s: [sha256],
      policyDigests: [digest],
    });
    return found.get(keyOf(sha256, digest))?.assessment;
  }
}

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import {
  EvidenceWorkers,
  SignedAssessment,
  SignedFile,
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
import { copyChecked } from './copyChecked';

/** A signed artifact, and what it is a detached signature of. */
export interface Signed {
  sha256: string;
  /** `sha256:<hex>`; empty or absent for what carries what it signs. */
  signs?: string;
  /** The file itself is in the store, and may be looked at. */
  withFile?: boolean;
}

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
    signed?: SignedFile,
  ): Promise<SignedAssessment> {
    const started = performance.now();
    const assessment = await this.#workers.assess(
      path,
      { digest, json },
      signed,
    );
    const seconds = (performance.now() - started) / 1000;
    this.#metrics.assessed(assessment.state, seconds);
    return assessment;
  }

  /** Of bytes that arrived; whoever records them keeps it. */
  async assessArrival(
    { sha256, path, signs }: { sha256: string; path: string; signs?: string },
    policy: ComposedPolicy,
  ): Promise<SignedAssessment> {
    const known = await this.#find({ sha256, signs }, policy);
    return (
      known ??
      this.assessFile(path, policy, signs ? { digest: signs } : undefined)
    );
  }

  /** Of an artifact in the store; kept. */
  async assessArtifact(
    signed: Signed,
    policy: ComposedPolicy,
  ): Promise<SignedAssessment> {
    const known = await this.#find(signed, policy);
    if (known) return known;
    const { sha256, signs, withFile } = signed;
    const paths: string[] = [];
    const copy = async (hex: string) => {
      const path = join(this.#temporary, `${randomUUID()}.signed`);
      paths.push(path);
      await copyChecked(await this.#store.open(hex), hex, path);
      return path;
    };
    try {
      const path = await copy(sha256);
      const file = signs && {
        digest: signs,
        ...(withFile && { path: await copy(signs.replace('sha256:', '')) }),
      };
      const assessment = await this.assessFile(path, policy, file || undefined);
      await keepVerification({
        tx: this.#database.knex,
        sha256,
        about: aboutOf(signed),
        assessment,
        now: Date.now(),
      });
      return assessment;
    } finally {
      for (const path of paths) await rm(path, { force: true });
    }
  }

  async #find(signed: Signed, { digest }: ComposedPolicy) {
    const { sha256 } = signed;
    const tx: Knex = this.#database.knex;
    const found = await findVerifications({
      tx,
      sha256s: [sha256],
      policyDigests: [digest],
    });
    return found.get(keyOf(sha256, digest, aboutOf(signed)))?.assessment;
  }
}

/** What a detached signature was checked over, as it is kept. */
export function aboutOf({
  signs = '',
  withFile,
}: Omit<Signed, 'sha256'>): string {
  return withFile ? signs.replace('sha256:', 'file:') : signs;
}

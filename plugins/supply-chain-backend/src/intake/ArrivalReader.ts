import {
  DocumentFragment,
  EvidenceWorkers,
  READER_VERSION,
  SignedAssessment,
} from '@hotpass/supply-chain-evidence';
import {
  ArtifactStore,
  StoredArtifact,
} from '@hotpass/backstage-plugin-supply-chain-node';
import { FragmentReader } from '../database/FragmentReader';
import { findReading } from '../database/operations/record/findPlaced';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { Assessor } from '../trust/Assessor';
import { TrustPolicies } from '../trust/TrustPolicies';
import { Received } from './receive';
import { Submission } from './types';

/** What reading told, and whether it was told before. */
export interface ReadArrival {
  fragment: DocumentFragment;
  reading: { id: number } | { hintKind: string; packed: Uint8Array };
  hasSet: boolean;
}

/** All that is done with the bytes of an arrival, before any transaction. */
export class ArrivalReader {
  readonly #database: SupplyChainDatabase;
  readonly #workers: EvidenceWorkers;
  readonly #store: ArtifactStore;
  readonly #fragments: FragmentReader;
  readonly #policies: TrustPolicies;
  readonly #assessor: Assessor;

  constructor(options: {
    database: SupplyChainDatabase;
    workers: EvidenceWorkers;
    store: ArtifactStore;
    fragments: FragmentReader;
    policies: TrustPolicies;
    assessor: Assessor;
  }) {
    this.#database = options.database;
    this.#workers = options.workers;
    this.#store = options.store;
    this.#fragments = options.fragments;
    this.#policies = options.policies;
    this.#assessor = options.assessor;
  }

  async read(submission: Submission, received: Received): Promise<ReadArrival> {
    const tx = this.#database.knex;
    // Whoever says what it signs says that it is a signature
    const hint = submission.signs ? 'signature' : submission.kind;
    const known = await findReading({
      tx,
      sha256: received.sha256,
      readerVersion: READER_VERSION,
      hintKind: hint ?? '',
    });
    if (known) {
      const fragment = await this.#fragments.read({ tx, readingId: known.id });
      return { fragment, reading: { id: known.id }, hasSet: known.hasSet };
    }
    const { fragment, packed } = await this.#workers.read(received.path, {
      fileName: submission.fileName,
      kind: hint,
    });
    // Only where structure did not tell does the hint change what is read
    const isTold =
      fragment.recognised.state !== 'unknown' &&
      fragment.recognised.format !== 'detached-signature';
    const hintKind = isTold ? '' : hint ?? '';
    return { fragment, reading: { hintKind, packed }, hasSet: false };
  }

  /** In a thread; nothing for what is not signed. */
  async assess(
    fragment: DocumentFragment,
    received: Received & { signs?: string },
  ): Promise<SignedAssessment | undefined> {
    if (!fragment.signed) return undefined;
    const policy = await this.#policies.current();
    return this.#assessor.assessArrival(received, policy);
  }

  /** Nothing when the artifact is there, row and bytes. */
  async keepBytes(received: Received): Promise<StoredArtifact | undefined> {
    const { sha256, path } = received;
    const known = await this.#database
      .knex('artifact')
      .where({ sha256 })
      .first('sha256');
    if (known && (await this.#store.has(sha256))) return undefined;
    return this.#store.put({ sha256, path });
  }
}

import {
  DocumentFragment,
  EvidenceWorkers,
  READER_VERSION,
} from '@hotpass/supply-chain-evidence';
import {
  ArtifactStore,
  StoredArtifact,
} from '@hotpass/backstage-plugin-supply-chain-node';
import { SubjectDirectory } from '../catalog/types';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { ComponentInterner } from '../database/ComponentInterner';
import { FragmentReader } from '../database/FragmentReader';
import { internVulnerabilities } from '../database/operations/intern/internVulnerabilities';
import {
  ArrivalRow,
  findIdempotent,
} from '../database/operations/record/findArrival';
import {
  findPlaced,
  findReading,
} from '../database/operations/record/findPlaced';
import { lockSubject } from '../database/operations/record/lockSubject';
import { SubjectRow } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { parseOutputs } from './parseOutputs';
import { streamOf } from './place';
import { Received } from './receive';
import { recordAgain } from './recordAgain';
import { recordArrival } from './recordArrival';
import { Refusal } from './RefusedError';
import { Submission } from './types';

export type RecordedArrival =
  | {
      outcome: 'accepted' | 'known';
      releaseId: number;
      releaseUid: string;
      evidenceUid: string;
    }
  /** Somebody was faster with the same idempotency key. */
  | { repeated: ArrivalRow };

interface ReadArrival {
  fragment: DocumentFragment;
  reading: { id: number } | { hintKind: string; packed: Uint8Array };
  hasSet: boolean;
}

/** Turns received bytes into evidence: read, store, intern, record. */
export class ArrivalRecorder {
  readonly #database: SupplyChainDatabase;
  readonly #subjects: SubjectDirectory;
  readonly #workers: EvidenceWorkers;
  readonly #store: ArtifactStore;
  readonly #interner: ComponentInterner;
  readonly #fragments: FragmentReader;
  readonly #config: SupplyChainConfig;

  constructor(options: {
    database: SupplyChainDatabase;
    subjects: SubjectDirectory;
    workers: EvidenceWorkers;
    store: ArtifactStore;
    fragments: FragmentReader;
    config: SupplyChainConfig;
  }) {
    this.#database = options.database;
    this.#subjects = options.subjects;
    this.#workers = options.workers;
    this.#store = options.store;
    this.#interner = new ComponentInterner(options.database);
    this.#fragments = options.fragments;
    this.#config = options.config;
  }

  /** Refuses what needs no bytes to be refused. */
  async check(submission: Submission): Promise<SubjectRow> {
    parseOutputs(submission.outputs);
    checkVersion(submission.version);
    const subject = await this.#subjects.find(
      submission.entityRef.toLowerCase(),
    );
    if (!subject) {
      throw new Refusal({
        code: 'entity-unknown',
        status: 404,
        reason: `The catalog has no entity '${submission.entityRef}'.`,
        remedy: 'Register it, or correct the entity ref.',
      });
    }
    return subject;
  }

  async record(
    uid: string,
    submission: Submission,
    received: Received,
  ): Promise<RecordedArrival> {
    const subject = await this.check(submission);
    const { sha256, size } = received;
    const place = {
      subjectId: subject.id,
      channel: submission.channel ?? 'release',
      version: submission.version,
    };
    const now = Date.now();
    const common = {
      uid,
      sender: submission,
      outputs: parseOutputs(submission.outputs),
      idempotencyKey: submission.idempotencyKey,
      fileName: submission.fileName,
      now,
      expiresAt: now + this.#config.retentionMs,
    };
    const tx = this.#database.knex;
    const { stream: saidStream, kind: saidKind } = submission;
    const placed = await findPlaced({
      tx,
      ...place,
      sha256,
      stream: saidStream,
      kind: saidKind,
    });
    if (placed) {
      checkKind(placed.evidence.kind, submission);
      return this.#commit(submission, async transaction => {
        await recordAgain(transaction, { ...common, ...placed });
        return toRecorded('known', placed);
      });
    }
    const read = await this.#read(submission, received);
    const { fragment } = read;
    const { kind } = fragment.recognised;
    checkKind(kind, submission);
    const stream = streamOf(fragment, submission);
    const stored = await this.#keepBytes(received);
    const set =
      kind === 'sbom' && fragment.components && !read.hasSet
        ? await this.#interner.intern(fragment.components)
        : undefined;
    const vulnerabilities =
      fragment.findings.length > 0
        ? await this.#database.transaction(transaction =>
            internVulnerabilities({
              tx: transaction,
              findings: fragment.findings,
            }),
          )
        : new Map<string, number>();
    return this.#commit(submission, async transaction => {
      await lockSubject({ tx: transaction, id: subject.id });
      const twin = await findPlaced({
        tx: transaction,
        ...place,
        sha256,
        stream,
        kind,
      });
      if (twin) {
        await recordAgain(transaction, { ...common, ...twin });
        return toRecorded('known', twin);
      }
      const recorded = await recordArrival(transaction, {
        ...common,
        ...place,
        line: submission.line ?? 'main',
        stream,
        kind,
        madeAt: madeAtOf(submission, now),
        sha256,
        size,
        stored,
        reading: read.reading,
        fragment,
        set,
        vulnerabilities,
      });
      this.#fragments.remember(recorded.readingId, fragment);
      return { outcome: 'accepted', ...recorded };
    });
  }

  async #read(
    submission: Submission,
    received: Received,
  ): Promise<ReadArrival> {
    const tx = this.#database.knex;
    const known = await findReading({
      tx,
      sha256: received.sha256,
      readerVersion: READER_VERSION,
      hintKind: submission.kind ?? '',
    });
    if (known) {
      const fragment = await this.#fragments.read({ tx, readingId: known.id });
      return { fragment, reading: { id: known.id }, hasSet: known.hasSet };
    }
    const { fragment, packed } = await this.#workers.read(received.path, {
      fileName: submission.fileName,
      kind: submission.kind,
    });
    if (fragment.recognised.state === 'ambiguous' && fragment.signed) {
      throw new Refusal({
        code: 'ambiguous',
        status: 422,
        reason: 'The signed document can be read in more than one way.',
        pointer: fragment.valid.defects[0]?.pointer,
        line: fragment.valid.defects[0]?.line,
        remedy:
          'Have its generator write unique keys and nothing after the end.',
      });
    }
    // Only where structure did not tell does the hint change what is read
    const hintKind =
      fragment.recognised.state === 'unknown' ? submission.kind ?? '' : '';
    return { fragment, reading: { hintKind, packed }, hasSet: false };
  }

  /** Nothing when the artifact is there, row and bytes. */
  async #keepBytes(received: Received): Promise<StoredArtifact | undefined> {
    const { sha256, path } = received;
    const known = await this.#database
      .knex('artifact')
      .where({ sha256 })
      .first('sha256');
    if (known && (await this.#store.has(sha256))) return undefined;
    return this.#store.put({ sha256, path });
  }

  async #commit(
    submission: Submission,
    work: Parameters<SupplyChainDatabase['transaction']>[0],
  ): Promise<RecordedArrival> {
    try {
      return (await this.#database.transaction(work)) as RecordedArrival;
    } catch (error) {
      const key = submission.idempotencyKey;
      const repeated =
        key &&
        (await findIdempotent({
          tx: this.#database.knex,
          principalRef: submission.principal.ref,
          key,
        }));
      if (repeated) return { repeated };
      throw error;
    }
  }
}

function toRecorded(
  outcome: 'known',
  placed: NonNullable<Awaited<ReturnType<typeof findPlaced>>>,
): RecordedArrival {
  return {
    outcome,
    releaseId: placed.release.id,
    releaseUid: placed.release.uid,
    evidenceUid: placed.evidence.uid,
  };
}

/** Fixed at first acceptance: a stated time only if granted and not in the future. */
function madeAtOf(submission: Submission, now: number): number {
  const stated = submission.permitted?.madeAt
    ? submission.madeAt?.getTime()
    : undefined;
  return stated !== undefined && stated <= now ? stated : now;
}

function checkKind(kind: string, submission: Submission): void {
  const kinds: string[] | undefined = submission.permitted?.kinds;
  if (!kinds || kinds.includes(kind)) return;
  throw new Refusal({
    code: 'kind-not-granted',
    status: 403,
    reason: `The document is of kind '${kind}', which '${submission.principal.ref}' may not send.`,
    remedy: 'Ask the portal’s operators for that kind in supplyChain.grants.',
  });
}

function checkVersion(version: string): void {
  const clean = version.trim() === version && version.length <= 200;
  // eslint-disable-next-line no-control-regex
  if (version && clean && !/[\u0000-\u001f\u007f]/.test(version)) return;
  throw new Refusal({
    code: 'bad-version',
    status: 400,
    reason:
      'The release must be 1 to 200 characters without spaces around or control characters.',
  });
}

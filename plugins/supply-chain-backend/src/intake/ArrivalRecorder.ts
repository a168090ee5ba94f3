import { EvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { SubjectDirectory } from '../catalog/types';
import { Knex } from 'knex';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { ComponentInterner } from '../database/ComponentInterner';
import { FragmentReader } from '../database/FragmentReader';
import {
  ArrivalRow,
  findIdempotent,
} from '../database/operations/record/findArrival';
import { findPlaced } from '../database/operations/record/findPlaced';
import { lockSubject } from '../database/operations/record/lockSubject';
import { SubjectRow } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { Assessor } from '../trust/Assessor';
import { TrustPolicies } from '../trust/TrustPolicies';
import { EffectiveClasses } from '../retention/classes/EffectiveClasses';
import { ArrivalReader, ReadArrival } from './ArrivalReader';
import { checkKind } from './checkKind';
import { checkVersion } from './checkPlacement';
import { GoneMeanwhile } from './GoneMeanwhile';
import { makeSureOfBytes } from './makeSureOfBytes';
import { parseOutputs } from './parseOutputs';
import { streamOf } from './place';
import { Received } from './receive';
import { recordAgain } from './recordAgain';
import { recordArrival } from './recordArrival';
import { checkSigns, signsOf } from './signsOf';
import { refuseErased } from './refuseErased';
import { Refusal } from './RefusedError';
import { Submission } from './types';

export type RecordedArrival =
  | {
      outcome: 'accepted' | 'known';
      releaseId: number;
      releaseUid: string;
      evidenceUid: string;
      /** A withdrawal was taken back. */
      reinstated?: boolean;
    }
  /** The idempotency key has a receipt already. */
  | { repeated: ArrivalRow };

/** Turns received bytes into evidence: read, store, intern, record. */
export class ArrivalRecorder {
  readonly #database: SupplyChainDatabase;
  readonly #subjects: SubjectDirectory;
  readonly #reader: ArrivalReader;
  readonly #store: ArtifactStore;
  readonly #interner: ComponentInterner;
  readonly #fragments: FragmentReader;
  readonly #classes: EffectiveClasses;

  constructor(options: {
    database: SupplyChainDatabase;
    subjects: SubjectDirectory;
    workers: EvidenceWorkers;
    store: ArtifactStore;
    fragments: FragmentReader;
    policies: TrustPolicies;
    assessor: Assessor;
    config: SupplyChainConfig;
  }) {
    this.#database = options.database;
    this.#subjects = options.subjects;
    this.#reader = new ArrivalReader(options);
    this.#store = options.store;
    this.#interner = new ComponentInterner(options.database);
    this.#fragments = options.fragments;
    this.#classes = new EffectiveClasses({
      configured: options.config.retention.classes,
    });
  }

  /** Refuses what needs no bytes to be refused. */
  async check(submission: Submission): Promise<SubjectRow> {
    parseOutputs(submission.outputs);
    checkVersion(submission.version);
    checkSigns(submission.signs);
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
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#record(uid, submission, received);
      } catch (error) {
        if (!(error instanceof GoneMeanwhile) || attempt >= 3) throw error;
      }
    }
  }

  async #record(
    uid: string,
    submission: Submission,
    received: Received,
  ): Promise<RecordedArrival> {
    const subject = await this.check(submission);
    const repeated = await this.#findRepeated(submission);
    if (repeated) return { repeated };
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
      mayReinstate:
        submission.principal.type === 'user' &&
        submission.permitted?.reinstate === true,
      now,
    };
    const tx = this.#database.knex;
    const { stream: saidStream, kind: saidKind, signs: saidSigns } = submission;
    const placed = await findPlaced({
      tx,
      ...place,
      sha256,
      stream: saidStream,
      kind: saidKind,
      signs: saidSigns,
    });
    // What was withdrawn may have been sent to the wrong stream: its own is to be found
    if (placed && placed.evidence.withdrawn_at === undefined) {
      const { kind, signs } = placed.evidence;
      await checkKind({ tx, release: place, kind, signs, submission });
      return this.#commit(submission, async transaction =>
        toKnown(
          placed,
          await recordAgain(transaction, {
            ...common,
            ...placed,
            classes: await this.#classes.list(transaction),
          }),
        ),
      );
    }
    await refuseErased(tx, sha256);
    const read = await this.#reader.read(submission, received);
    const { fragment } = read;
    const { kind } = fragment.recognised;
    const signs = signsOf(fragment, saidSigns);
    await checkKind({ tx, release: place, kind, signs, submission });
    const stream = streamOf(fragment, submission);
    const assessment = await this.#reader.assess(fragment, {
      ...received,
      signs,
    });
    const stored = await this.#reader.keepBytes(received);
    const set =
      kind === 'sbom' && fragment.components && !read.hasSet
        ? await this.#interner.intern(fragment.components)
        : undefined;
    return this.#commit(submission, async transaction => {
      const locked = await lockSubject({ tx: transaction, id: subject.id });
      const classes = await this.#classes.list(transaction);
      const twin = await findPlaced({
        tx: transaction,
        ...place,
        sha256,
        stream,
        kind,
        signs: signs ?? null,
      });
      if (twin) {
        return toKnown(
          twin,
          await recordAgain(transaction, { ...common, ...twin, classes }),
        );
      }
      const kept = await makeSureOfBytes({
        tx: transaction,
        store: this.#store,
        received,
        stored,
      });
      await requireReading(transaction, read);
      const recorded = await recordArrival(transaction, {
        ...common,
        subject: locked,
        channel: place.channel,
        version: place.version,
        line: submission.line ?? 'main',
        stream,
        kind,
        signs,
        madeAt: madeAtOf(submission, now),
        sha256,
        size,
        stored: kept,
        classes,
        reading: read.reading,
        fragment,
        assessment,
        set,
      });
      this.#fragments.remember(recorded.readingId, fragment);
      return { outcome: 'accepted', ...recorded };
    });
  }

  async #commit(
    submission: Submission,
    work: Parameters<SupplyChainDatabase['transaction']>[0],
  ): Promise<RecordedArrival> {
    try {
      return (await this.#database.transaction(work)) as RecordedArrival;
    } catch (error) {
      if (error instanceof Refusal || error instanceof GoneMeanwhile)
        throw error;
      // Somebody may have been faster with the same key
      const repeated = await this.#findRepeated(submission);
      if (repeated) return { repeated };
      throw error;
    }
  }

  async #findRepeated(submission: Submission): Promise<ArrivalRow | undefined> {
    const { idempotencyKey: key, principal, scope } = submission;
    if (!key) return undefined;
    const tx = this.#database.knex;
    return findIdempotent({ tx, principalRef: principal.ref, scope, key });
  }
}

/** Under the lock of its digest, where the reading cannot go any more. */
async function requireReading(
  tx: Knex.Transaction,
  { reading }: ReadArrival,
): Promise<void> {
  if (!('id' in reading)) return;
  const row = await tx('reading').where({ id: reading.id }).first('id');
  if (!row) throw new GoneMeanwhile();
}

function toKnown(
  placed: NonNullable<Awaited<ReturnType<typeof findPlaced>>>,
  { reinstated }: { reinstated: boolean },
): RecordedArrival {
  return {
    outcome: 'known',
    releaseId: placed.release.id,
    releaseUid: placed.release.uid,
    evidenceUid: placed.evidence.uid,
    ...(reinstated && { reinstated }),
  };
}

/** Fixed at first acceptance: a stated time only if granted and not in the future. */
function madeAtOf(submission: Submission, now: number): number {
  const stated = submission.permitted?.madeAt
    ? submission.madeAt?.getTime()
    : undefined;
  return stated !== undefined && stated <= now ? stated : now;
}

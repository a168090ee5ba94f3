import {
  Channel,
  DeadReferencePage,
  Erasure,
  EvidenceAccessPage,
  EvidenceAccessRow,
  ExpiringEvidence,
  ExpiringPage,
  HeldEntityPage,
  Hold,
  HoldPreview,
  HoldTarget,
  LiveRelease,
  MissingEvidencePage,
  RestoreCheck,
  RestoredArtifact,
  Retirement,
  RetentionAlarm,
  RetentionClasses,
  RetentionOverview,
  RetentionProposal,
  RetentionRun,
  TombstonePage,
} from '../types';
import { CallOptions, PageOptions } from './SupplyChainApi';

/**
 * How evidence is kept: classes, live releases, holds, deletion and what it left.
 * Every method rejects with a `ResponseError` whose message says what to do next.
 *
 * @public
 */
export interface RetentionApi {
  /** Volumes, dates, holds, runs and alarms, as numbers over all entities. */
  getOverview(call?: CallOptions): Promise<RetentionOverview>;
  /** Deletion preview: what goes next, when and under which rule, soonest first. */
  getExpiring(
    options?: PageOptions & {
      /** Within how many days; the server takes 90. */
      days?: number;
      entity?: string;
      rule?: string;
      state?: ExpiringEvidence['state'];
    },
    call?: CallOptions,
  ): Promise<ExpiringPage>;
  /** Entities and their newest releases that should have evidence and have none. */
  getMissing(
    options?: PageOptions & { owner?: string; query?: string },
    call?: CallOptions,
  ): Promise<MissingEvidencePage>;
  /** Effective classes, their history, and what the config says differently. */
  getClasses(call?: CallOptions): Promise<RetentionClasses>;
  /** Proposals to shorten, newest first. */
  getProposals(call?: CallOptions): Promise<RetentionProposal[]>;
  /** Proposes to make effective what the config says of a class. */
  propose(
    options: { class: string; reason: string },
    call?: CallOptions,
  ): Promise<RetentionProposal>;
  /** Only another person than the proposer may. */
  approveProposal(
    proposalId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<RetentionProposal>;
  /** Ends the proposal; nothing changes. */
  rejectProposal(
    proposalId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<RetentionProposal>;
  /** Runs with what they did, newest first. */
  getRuns(
    options?: PageOptions,
    call?: CallOptions,
  ): Promise<{ items: RetentionRun[]; nextCursor?: string }>;
  /** Alarms, newest first. */
  getAlarms(
    options?: { open?: boolean },
    call?: CallOptions,
  ): Promise<RetentionAlarm[]>;
  /** The clock is right, the volume is meant, the stray file may go, what the store does not give is lost. */
  confirmAlarm(
    alarmId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<RetentionAlarm>;
  /** Was this ever here, and where did it go? `digest` is `sha256:<hex>`. */
  getTombstones(
    options?: PageOptions & { digest?: string; entity?: string },
    call?: CallOptions,
  ): Promise<TombstonePage>;
  /** Links to evidence in the catalog's docs that lead nowhere any more. */
  getDeadReferences(
    options?: PageOptions,
    call?: CallOptions,
  ): Promise<DeadReferencePage>;
  /** Whether a restored backup brought deleted evidence back. */
  getRestoreCheck(call?: CallOptions): Promise<RestoreCheck>;
  /** Legal holds, newest first. */
  getHolds(options?: { active?: boolean }, call?: CallOptions): Promise<Hold[]>;
  /** Keeps everything the target names until another person lifts it. */
  placeHold(
    hold: {
      target: HoldTarget;
      reason: string;
      reference: string;
      /** RFC 3339. */
      reviewAt: string;
    },
    call?: CallOptions,
  ): Promise<Hold>;
  /** What a hold would cover of what the caller may see, without placing it. */
  previewHold(target: HoldTarget, call?: CallOptions): Promise<HoldPreview>;
  /** Entities that a hold covers, by ref. */
  getHeldEntities(
    holdId: string,
    options?: PageOptions,
    call?: CallOptions,
  ): Promise<HeldEntityPage>;
  /** Only another person than who placed it may. */
  liftHold(holdId: string, reason: string, call?: CallOptions): Promise<Hold>;
  /** The hold is still needed; `reviewAt` (RFC 3339) is when to ask again. */
  reviewHold(
    holdId: string,
    reviewAt: string,
    call?: CallOptions,
  ): Promise<Hold>;
  /** Erasures of personal data, newest first. */
  getErasures(call?: CallOptions): Promise<Erasure[]>;
  /** Asks to erase the bytes of a digest wherever they are evidence. */
  requestErasure(
    options: { digest: string; legalBasis: string; reason: string },
    call?: CallOptions,
  ): Promise<Erasure>;
  /** Erases at once; only another person than who asked may. */
  approveErasure(
    erasureId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Erasure>;
  /** Ends the request; nothing changes. */
  rejectErasure(
    erasureId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Erasure>;
  /** Who read or downloaded what within the last year, newest first. */
  getAccesses(
    options?: PageOptions & {
      entity?: string;
      releaseId?: string;
      evidenceId?: string;
      by?: string;
      action?: EvidenceAccessRow['action'];
    },
    call?: CallOptions,
  ): Promise<EvidenceAccessPage>;
  /** Puts the exact bytes of a corrupt, missing or unreadable artifact back. */
  restoreArtifact(
    digest: string,
    body: Blob | Uint8Array | ReadableStream<Uint8Array>,
    call?: CallOptions,
  ): Promise<RestoredArtifact>;
  /** Releases of an entity that are live, and why. */
  getLiveReleases(
    entityRef: string,
    call?: CallOptions,
  ): Promise<LiveRelease[]>;
  /**
   * Records that a version left a stage, or every stage. `idempotencyKey` (8–200
   * characters) lets a pipeline send it with a token that it has used before.
   */
  recordRetirement(
    entityRef: string,
    options: {
      release: string;
      channel?: Channel;
      stage?: string;
      reason?: string;
      /** RFC 3339; for classes that count from the end of support. */
      supportUntil?: string;
      idempotencyKey?: string;
    },
    call?: CallOptions,
  ): Promise<Retirement>;
}

import {
  Arrival,
  ArrivalPage,
  Channel,
  ComponentPage,
  Component,
  Decision,
  Diff,
  Evidence,
  EvidenceKind,
  EvidenceReference,
  Finding,
  FindingPage,
  Gate,
  HealthCause,
  HealthMatrixRow,
  PipelineExplanation,
  PipelineMappings,
  PipelineStatus,
  PortfolioPage,
  Posture,
  PostureState,
  Promotion,
  Provenance,
  Receipt,
  ReleasePage,
  ResolvedReference,
  TrustDependentPage,
  TrustPolicyView,
  TrustTest,
  WhereUsedPage,
} from '../types';

/** Paging by an opaque cursor. @public */
export interface PageOptions {
  /** The `nextCursor` of the page before; absent for the first page. */
  cursor?: string;
  /** 1–500. */
  limit?: number;
}

/** Per-call options. @public */
export interface CallOptions {
  /** Backstage or service token; the browser's fetch API adds its own. */
  token?: string;
  /** Ends the request; the method then rejects with an `AbortError`. */
  signal?: AbortSignal;
}

/** A release of an entity. @public */
export interface ReleaseKey {
  /** `kind:namespace/name`. */
  entityRef: string;
  /** Opaque id. */
  releaseId: string;
}

/** One document to send. @public */
export interface SubmitOptions {
  /** `kind:namespace/name`. */
  entityRef: string;
  /** Version as given. */
  release: string;
  /** The server takes `release` when absent. */
  channel?: Channel;
  /** Line of releases; the server takes `main` when absent. */
  line?: string;
  /** Separates documents of one kind in a release; default: what the document is about. */
  stream?: string;
  /** Only used where the structure of the bytes does not tell. */
  kind?: EvidenceKind;
  /** Shown to people; never part of any identity. */
  fileName?: string;
  /** `sha256:<hex>` of the file that `body` is the detached signature of. */
  signs?: string;
  /** RFC 3339. */
  madeAt?: string;
  /** `<algorithm>:<hex>=<name>`. */
  outputs?: string[];
  /** 8–200 characters; a key used before for this placement gives its receipt again. */
  idempotencyKey?: string;
  /** The exact bytes; with `contentEncoding`, their compressed form. */
  body: Blob | Uint8Array | ReadableStream<Uint8Array>;
  /** How `body` is compressed; the digest is of the decoded bytes. */
  contentEncoding?: 'gzip' | 'zstd';
}

/**
 * The supply-chain plugin over HTTP. Every method rejects with a `ResponseError`
 * whose message says what to do next.
 *
 * @public
 */
export interface SupplyChainApi {
  /** Sends one document; the receipt may still be `processing`. */
  submit(options: SubmitOptions, call?: CallOptions): Promise<Receipt>;
  /** One arrival; ask again while it is `processing`. */
  getReceipt(receiptId: string, call?: CallOptions): Promise<Receipt>;
  /** Posture of the newest release, or of the one whose id is `release`. */
  getPosture(
    entityRef: string,
    options?: { release?: string; compareWith?: string },
    call?: CallOptions,
  ): Promise<Posture>;
  /** Releases, newest first. */
  getReleases(
    entityRef: string,
    options?: PageOptions & { channel?: Channel },
    call?: CallOptions,
  ): Promise<ReleasePage>;
  /** May this version be promoted? `release` is the version as given. */
  getGate(
    entityRef: string,
    options: { release: string; channel?: Channel; stage?: string },
    call?: CallOptions,
  ): Promise<Gate>;
  /**
   * Records that this version went to a stage. The first record of a version and stage
   * stays, and is answered again. `idempotencyKey` (8–200 characters) lets a pipeline
   * send it with a token that it has used before.
   */
  recordPromotion(
    entityRef: string,
    options: {
      release: string;
      channel?: Channel;
      stage: string;
      idempotencyKey?: string;
    },
    call?: CallOptions,
  ): Promise<Promotion>;
  /** Components of a release: the union of its current SBOMs. */
  getComponents(
    key: ReleaseKey,
    options?: PageOptions & {
      query?: string;
      licence?: string;
      relation?: Component['relation'];
      sort?: 'name' | 'version' | 'licence' | 'relation' | 'findings';
      order?: 'asc' | 'desc';
    },
    call?: CallOptions,
  ): Promise<ComponentPage>;
  /** Shortest dependency paths from the root to a component, as component keys. */
  getPaths(
    key: ReleaseKey,
    componentKey: string,
    call?: CallOptions,
  ): Promise<string[][]>;
  /** Findings of a release with their sources. */
  getFindings(
    key: ReleaseKey,
    options?: PageOptions & {
      query?: string;
      severity?: Finding['severity'];
      status?: Finding['status'];
      sort?: 'severity' | 'component' | 'vulnerability' | 'firstSeenAt';
      order?: 'asc' | 'desc';
    },
    call?: CallOptions,
  ): Promise<FindingPage>;
  /** Provenance statements of a release. */
  getProvenance(key: ReleaseKey, call?: CallOptions): Promise<Provenance[]>;
  /** The current decision with every rule. */
  getDecision(key: ReleaseKey, call?: CallOptions): Promise<Decision>;
  /** Evidence of a release, withdrawn and superseded included. */
  getEvidence(key: ReleaseKey, call?: CallOptions): Promise<Evidence[]>;
  /** The exact bytes. */
  downloadEvidence(
    key: ReleaseKey,
    evidenceId: string,
    call?: CallOptions,
  ): Promise<Blob>;
  /** Withdraws a mistaken upload; the bytes stay. */
  withdrawEvidence(
    key: ReleaseKey,
    evidenceId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Evidence>;
  /** What differs from the release whose id is `base`; default the one before, or the newest for a change. */
  getDiff(
    key: ReleaseKey,
    options?: { base?: string },
    call?: CallOptions,
  ): Promise<Diff>;
  /** A row for every entity in scope that the caller may see. */
  getPortfolio(
    options?: PageOptions & {
      state?: PostureState[];
      owner?: string[];
      system?: string[];
      newlyBroken?: boolean;
      query?: string;
      sort?: 'urgency' | 'entity' | 'owner' | 'stateSince';
      order?: 'asc' | 'desc';
    },
    call?: CallOptions,
  ): Promise<PortfolioPage>;
  /** What is broken now, by cause, most entities first. */
  getHealthCauses(call?: CallOptions): Promise<HealthCause[]>;
  /** Entity by kind of evidence. */
  getHealthMatrix(
    options?: PageOptions & { query?: string; owner?: string[] },
    call?: CallOptions,
  ): Promise<{
    items: HealthMatrixRow[];
    totalItems: number;
    nextCursor?: string;
  }>;
  /** Receipts and refusals, newest first. */
  getArrivals(
    options?: PageOptions & {
      query?: string;
      outcome?: Arrival['outcome'];
      code?: string;
      entity?: string;
    },
    call?: CallOptions,
  ): Promise<ArrivalPage>;
  /** Collectors, storage and queues. */
  getPipelineStatus(call?: CallOptions): Promise<PipelineStatus>;
  /** Issuers, audience and mappings by which pipelines are known, in order. */
  getPipelineMappings(call?: CallOptions): Promise<PipelineMappings>;
  /** What a token with these decoded claims would be allowed, and why; nothing is verified. */
  explainPipeline(
    claims: Record<string, unknown>,
    call?: CallOptions,
  ): Promise<PipelineExplanation>;
  /** Roots, keys and lines that say who may vouch for what, and every version before. */
  getTrustPolicy(call?: CallOptions): Promise<TrustPolicyView>;
  /** Whether a signed document would be trusted, for `entityRef` where given; nothing is kept. */
  testTrust(
    options: { body: SubmitOptions['body']; entityRef?: string },
    call?: CallOptions,
  ): Promise<TrustTest>;
  /** Evidence that relies on a trust line now. */
  getTrustDependents(
    lineId: string,
    options?: PageOptions,
    call?: CallOptions,
  ): Promise<TrustDependentPage>;
  /** Confirms that a changed source or a re-registered entity is the same; `source` as the person saw it. */
  confirmTrust(
    entityRef: string,
    options: { reason: string; source: string },
    call?: CallOptions,
  ): Promise<void>;
  /** Entities whose newest release contains the package of `purl`. */
  getWhereUsed(
    options: PageOptions & { purl: string },
    call?: CallOptions,
  ): Promise<WhereUsedPage>;
  /** Where links to evidence in TechDocs lead, in their order; at most 100 at once. */
  resolveReferences(
    references: readonly EvidenceReference[],
    call?: CallOptions,
  ): Promise<ResolvedReference[]>;
}

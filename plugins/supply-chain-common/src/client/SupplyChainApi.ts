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
  Finding,
  FindingPage,
  Gate,
  HealthCause,
  HealthMatrixRow,
  PipelineStatus,
  PortfolioPage,
  Posture,
  PostureState,
  Provenance,
  Receipt,
  ReleasePage,
  WhereUsedPage,
} from '../types';

/** Paging by an opaque cursor. @public */
export interface PageOptions {
  cursor?: string;
  /** 1–500. */
  limit?: number;
}

/** Per-call options. @public */
export interface CallOptions {
  /** Backstage or service token; the browser's fetch API adds its own. */
  token?: string;
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
  entityRef: string;
  /** Version as given. */
  release: string;
  channel?: Channel;
  line?: string;
  stream?: string;
  kind?: EvidenceKind;
  fileName?: string;
  /** RFC 3339. */
  madeAt?: string;
  /** `<algorithm>:<hex>=<name>`. */
  outputs?: string[];
  idempotencyKey?: string;
  body: Blob | Uint8Array | ReadableStream<Uint8Array>;
  contentEncoding?: 'gzip' | 'zstd';
}

/**
 * The supply-chain plugin over HTTP. Every method rejects with a `ResponseError`
 * whose message says what to do next.
 *
 * @public
 */
export interface SupplyChainApi {
  submit(options: SubmitOptions, call?: CallOptions): Promise<Receipt>;
  getReceipt(receiptId: string, call?: CallOptions): Promise<Receipt>;
  getPosture(
    entityRef: string,
    options?: { release?: string; compareWith?: string },
    call?: CallOptions,
  ): Promise<Posture>;
  getReleases(
    entityRef: string,
    options?: PageOptions & { channel?: Channel },
    call?: CallOptions,
  ): Promise<ReleasePage>;
  getGate(
    entityRef: string,
    options: { release: string; channel?: Channel; stage?: string },
    call?: CallOptions,
  ): Promise<Gate>;
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
  getPaths(
    key: ReleaseKey,
    componentKey: string,
    call?: CallOptions,
  ): Promise<string[][]>;
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
  getProvenance(key: ReleaseKey, call?: CallOptions): Promise<Provenance[]>;
  getDecision(key: ReleaseKey, call?: CallOptions): Promise<Decision>;
  getEvidence(key: ReleaseKey, call?: CallOptions): Promise<Evidence[]>;
  /** The exact bytes. */
  downloadEvidence(
    key: ReleaseKey,
    evidenceId: string,
    call?: CallOptions,
  ): Promise<Blob>;
  withdrawEvidence(
    key: ReleaseKey,
    evidenceId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Evidence>;
  getDiff(
    key: ReleaseKey,
    options?: { base?: string },
    call?: CallOptions,
  ): Promise<Diff>;
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
  getHealthCauses(call?: CallOptions): Promise<HealthCause[]>;
  getHealthMatrix(
    options?: PageOptions & { query?: string; owner?: string[] },
    call?: CallOptions,
  ): Promise<{
    items: HealthMatrixRow[];
    totalItems: number;
    nextCursor?: string;
  }>;
  getArrivals(
    options?: PageOptions & {
      query?: string;
      outcome?: Arrival['outcome'];
      code?: string;
      entity?: string;
    },
    call?: CallOptions,
  ): Promise<ArrivalPage>;
  getPipelineStatus(call?: CallOptions): Promise<PipelineStatus>;
  getWhereUsed(
    options: PageOptions & { purl: string },
    call?: CallOptions,
  ): Promise<WhereUsedPage>;
}

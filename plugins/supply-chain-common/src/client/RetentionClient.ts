import {
  DeadReferencePage,
  Erasure,
  EvidenceAccessPage,
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
  TombstonePage,
} from '../types';
import { entityPath } from './entityPath';
import { HttpApi } from './HttpApi';
import { path, SupplyChainDiscovery, SupplyChainFetch } from './request';
import { RetentionApi } from './RetentionApi';
import { CallOptions, PageOptions } from './SupplyChainApi';

/** The retention routes over HTTP, in a browser or in Node. @public */
export class RetentionClient implements RetentionApi {
  readonly #http: HttpApi;

  constructor(options: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  }) {
    this.#http = new HttpApi(options);
  }

  /** {@inheritDoc RetentionApi.getOverview} */
  async getOverview(call?: CallOptions): Promise<RetentionOverview> {
    return await this.#http.get('/retention/overview', {}, call);
  }

  /** {@inheritDoc RetentionApi.getExpiring} */
  async getExpiring(
    options?: Parameters<RetentionApi['getExpiring']>[0],
    call?: CallOptions,
  ): Promise<ExpiringPage> {
    return await this.#http.get('/retention/expiring', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.getMissing} */
  async getMissing(
    options?: Parameters<RetentionApi['getMissing']>[0],
    call?: CallOptions,
  ): Promise<MissingEvidencePage> {
    return await this.#http.get('/retention/missing', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.getClasses} */
  async getClasses(call?: CallOptions): Promise<RetentionClasses> {
    return await this.#http.get('/retention/classes', {}, call);
  }

  /** {@inheritDoc RetentionApi.getProposals} */
  async getProposals(call?: CallOptions): Promise<RetentionProposal[]> {
    return await this.#http.items('/retention/proposals', {}, call);
  }

  /** {@inheritDoc RetentionApi.propose} */
  async propose(
    options: Parameters<RetentionApi['propose']>[0],
    call?: CallOptions,
  ): Promise<RetentionProposal> {
    return await this.#http.post('/retention/proposals', options, call);
  }

  /** {@inheritDoc RetentionApi.approveProposal} */
  async approveProposal(
    proposalId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<RetentionProposal> {
    const route = path`/retention/proposals/${proposalId}/approve`;
    return await this.#http.post(route, { reason }, call);
  }

  /** {@inheritDoc RetentionApi.rejectProposal} */
  async rejectProposal(
    proposalId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<RetentionProposal> {
    const route = path`/retention/proposals/${proposalId}/reject`;
    return await this.#http.post(route, { reason }, call);
  }

  /** {@inheritDoc RetentionApi.getRuns} */
  async getRuns(
    options?: Parameters<RetentionApi['getRuns']>[0],
    call?: CallOptions,
  ): ReturnType<RetentionApi['getRuns']> {
    return await this.#http.get('/retention/runs', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.getAlarms} */
  async getAlarms(
    options?: Parameters<RetentionApi['getAlarms']>[0],
    call?: CallOptions,
  ): Promise<RetentionAlarm[]> {
    return await this.#http.items('/retention/alarms', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.confirmAlarm} */
  async confirmAlarm(
    alarmId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<RetentionAlarm> {
    const route = path`/retention/alarms/${alarmId}/confirm`;
    return await this.#http.post(route, { reason }, call);
  }

  /** {@inheritDoc RetentionApi.getTombstones} */
  async getTombstones(
    options?: Parameters<RetentionApi['getTombstones']>[0],
    call?: CallOptions,
  ): Promise<TombstonePage> {
    return await this.#http.get('/retention/tombstones', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.getDeadReferences} */
  async getDeadReferences(
    options?: Parameters<RetentionApi['getDeadReferences']>[0],
    call?: CallOptions,
  ): Promise<DeadReferencePage> {
    return await this.#http.get(
      '/retention/dead-references',
      { ...options },
      call,
    );
  }

  /** {@inheritDoc RetentionApi.getRestoreCheck} */
  async getRestoreCheck(call?: CallOptions): Promise<RestoreCheck> {
    return await this.#http.get('/retention/restore-check', {}, call);
  }

  /** {@inheritDoc RetentionApi.getHolds} */
  async getHolds(
    options?: Parameters<RetentionApi['getHolds']>[0],
    call?: CallOptions,
  ): Promise<Hold[]> {
    return await this.#http.items('/holds', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.placeHold} */
  async placeHold(
    hold: Parameters<RetentionApi['placeHold']>[0],
    call?: CallOptions,
  ): Promise<Hold> {
    return await this.#http.post('/holds', hold, call);
  }

  /** {@inheritDoc RetentionApi.previewHold} */
  async previewHold(
    target: HoldTarget,
    call?: CallOptions,
  ): Promise<HoldPreview> {
    return await this.#http.post('/holds/preview', { target }, call);
  }

  /** {@inheritDoc RetentionApi.getHeldEntities} */
  async getHeldEntities(
    holdId: string,
    options?: PageOptions,
    call?: CallOptions,
  ): Promise<HeldEntityPage> {
    const route = path`/holds/${holdId}/entities`;
    return await this.#http.get(route, { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.liftHold} */
  async liftHold(
    holdId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Hold> {
    return await this.#http.post(path`/holds/${holdId}/lift`, { reason }, call);
  }

  /** {@inheritDoc RetentionApi.reviewHold} */
  async reviewHold(
    holdId: string,
    reviewAt: string,
    call?: CallOptions,
  ): Promise<Hold> {
    return await this.#http.post(
      path`/holds/${holdId}/review`,
      { reviewAt },
      call,
    );
  }

  /** {@inheritDoc RetentionApi.getErasures} */
  async getErasures(call?: CallOptions): Promise<Erasure[]> {
    return await this.#http.items('/erasures', {}, call);
  }

  /** {@inheritDoc RetentionApi.requestErasure} */
  async requestErasure(
    options: Parameters<RetentionApi['requestErasure']>[0],
    call?: CallOptions,
  ): Promise<Erasure> {
    return await this.#http.post('/erasures', options, call);
  }

  /** {@inheritDoc RetentionApi.approveErasure} */
  async approveErasure(
    erasureId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Erasure> {
    const route = path`/erasures/${erasureId}/approve`;
    return await this.#http.post(route, { reason }, call);
  }

  /** {@inheritDoc RetentionApi.rejectErasure} */
  async rejectErasure(
    erasureId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Erasure> {
    const route = path`/erasures/${erasureId}/reject`;
    return await this.#http.post(route, { reason }, call);
  }

  /** {@inheritDoc RetentionApi.getAccesses} */
  async getAccesses(
    options?: Parameters<RetentionApi['getAccesses']>[0],
    call?: CallOptions,
  ): Promise<EvidenceAccessPage> {
    return await this.#http.get('/accesses', { ...options }, call);
  }

  /** {@inheritDoc RetentionApi.restoreArtifact} */
  async restoreArtifact(
    digest: string,
    body: Blob | Uint8Array | ReadableStream<Uint8Array>,
    call?: CallOptions,
  ): Promise<RestoredArtifact> {
    const route = path`/retention/artifacts/${digest}/restore`;
    return await this.#http.upload(route, body, call);
  }

  /** {@inheritDoc RetentionApi.getLiveReleases} */
  async getLiveReleases(
    entityRef: string,
    call?: CallOptions,
  ): Promise<LiveRelease[]> {
    return await this.#http.items(`${entityPath(entityRef)}/live`, {}, call);
  }

  /** {@inheritDoc RetentionApi.recordRetirement} */
  async recordRetirement(
    entityRef: string,
    options: Parameters<RetentionApi['recordRetirement']>[1],
    call?: CallOptions,
  ): Promise<Retirement> {
    const { idempotencyKey, ...retirement } = options;
    const route = `${entityPath(entityRef)}/retirements`;
    return await this.#http.post(route, retirement, call, idempotencyKey);
  }
}

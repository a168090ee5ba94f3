import {
  ArrivalPage,
  ComponentPage,
  Decision,
  Diff,
  Evidence,
  EvidenceReference,
  FindingPage,
  Gate,
  HealthCause,
  PipelineExplanation,
  PipelineMappings,
  PipelineStatus,
  PortfolioPage,
  Posture,
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
import { HttpApi } from './HttpApi';
import { path, Query, SupplyChainDiscovery, SupplyChainFetch } from './request';
import { entityPath, releasePath } from './entityPath';
import {
  CallOptions,
  ReleaseKey,
  SubmitOptions,
  SupplyChainApi,
} from './SupplyChainApi';

/**
 * The supply-chain plugin over HTTP, in a browser or in Node. It retries and polls
 * nothing: a `processing` receipt is the caller's to ask for again.
 *
 * @public
 */
export class SupplyChainClient implements SupplyChainApi {
  readonly #http: HttpApi;

  constructor(options: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  }) {
    this.#http = new HttpApi(options);
  }

  /** {@inheritDoc SupplyChainApi.submit} */
  async submit(options: SubmitOptions, call?: CallOptions): Promise<Receipt> {
    const { body, contentEncoding, idempotencyKey, entityRef, ...rest } =
      options;
    return await this.#http.upload('/artifacts', body, {
      ...call,
      query: { entity: entityRef, ...rest },
      headers: {
        'Content-Encoding': contentEncoding,
        'Idempotency-Key': idempotencyKey,
      },
    });
  }

  /** {@inheritDoc SupplyChainApi.getReceipt} */
  async getReceipt(receiptId: string, call?: CallOptions): Promise<Receipt> {
    return await this.#http.get(path`/receipts/${receiptId}`, {}, call);
  }

  /** {@inheritDoc SupplyChainApi.getPosture} */
  async getPosture(
    entityRef: string,
    options?: Parameters<SupplyChainApi['getPosture']>[1],
    call?: CallOptions,
  ): Promise<Posture> {
    return await this.#of(
      entityPath(entityRef),
      'posture',
      { ...options },
      call,
    );
  }

  /** {@inheritDoc SupplyChainApi.getReleases} */
  async getReleases(
    entityRef: string,
    options?: Parameters<SupplyChainApi['getReleases']>[1],
    call?: CallOptions,
  ): Promise<ReleasePage> {
    return await this.#of(
      entityPath(entityRef),
      'releases',
      { ...options },
      call,
    );
  }

  /** {@inheritDoc SupplyChainApi.getGate} */
  async getGate(
    entityRef: string,
    options: Parameters<SupplyChainApi['getGate']>[1],
    call?: CallOptions,
  ): Promise<Gate> {
    return await this.#of(entityPath(entityRef), 'gate', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.recordPromotion} */
  async recordPromotion(
    entityRef: string,
    options: Parameters<SupplyChainApi['recordPromotion']>[1],
    call?: CallOptions,
  ): Promise<Promotion> {
    const { idempotencyKey, ...promotion } = options;
    const route = `${entityPath(entityRef)}/promotions`;
    return await this.#http.post(route, promotion, call, idempotencyKey);
  }

  /** {@inheritDoc SupplyChainApi.getComponents} */
  async getComponents(
    key: ReleaseKey,
    options?: Parameters<SupplyChainApi['getComponents']>[1],
    call?: CallOptions,
  ): Promise<ComponentPage> {
    return await this.#of(releasePath(key), 'components', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.getPaths} */
  async getPaths(
    key: ReleaseKey,
    componentKey: string,
    call?: CallOptions,
  ): Promise<string[][]> {
    const { paths } = await this.#http.get<{ paths: string[][] }>(
      `${releasePath(key)}/paths`,
      { component: componentKey },
      call,
    );
    return paths;
  }

  /** {@inheritDoc SupplyChainApi.getFindings} */
  async getFindings(
    key: ReleaseKey,
    options?: Parameters<SupplyChainApi['getFindings']>[1],
    call?: CallOptions,
  ): Promise<FindingPage> {
    return await this.#of(releasePath(key), 'findings', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.getProvenance} */
  async getProvenance(
    key: ReleaseKey,
    call?: CallOptions,
  ): Promise<Provenance[]> {
    return await this.#http.items(`${releasePath(key)}/provenance`, {}, call);
  }

  /** {@inheritDoc SupplyChainApi.getDecision} */
  async getDecision(key: ReleaseKey, call?: CallOptions): Promise<Decision> {
    return await this.#http.get(`${releasePath(key)}/decision`, {}, call);
  }

  /** {@inheritDoc SupplyChainApi.getEvidence} */
  async getEvidence(key: ReleaseKey, call?: CallOptions): Promise<Evidence[]> {
    return await this.#http.items(`${releasePath(key)}/evidence`, {}, call);
  }

  /** {@inheritDoc SupplyChainApi.downloadEvidence} */
  async downloadEvidence(
    key: ReleaseKey,
    evidenceId: string,
    call?: CallOptions,
  ): Promise<Blob> {
    const route = `${releasePath(key)}${path`/evidence/${evidenceId}/content`}`;
    return await (await this.#http.send(route, call)).blob();
  }

  /** {@inheritDoc SupplyChainApi.withdrawEvidence} */
  async withdrawEvidence(
    key: ReleaseKey,
    evidenceId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Evidence> {
    const route = `${releasePath(
      key,
    )}${path`/evidence/${evidenceId}/withdraw`}`;
    return await this.#http.post(route, { reason }, call);
  }

  /** {@inheritDoc SupplyChainApi.getDiff} */
  async getDiff(
    key: ReleaseKey,
    options?: Parameters<SupplyChainApi['getDiff']>[1],
    call?: CallOptions,
  ): Promise<Diff> {
    return await this.#of(releasePath(key), 'diff', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.getPortfolio} */
  async getPortfolio(
    options?: Parameters<SupplyChainApi['getPortfolio']>[0],
    call?: CallOptions,
  ): Promise<PortfolioPage> {
    return await this.#http.get('/portfolio', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.getHealthCauses} */
  async getHealthCauses(call?: CallOptions): Promise<HealthCause[]> {
    return await this.#http.items('/health/causes', {}, call);
  }

  /** {@inheritDoc SupplyChainApi.getHealthMatrix} */
  async getHealthMatrix(
    options?: Parameters<SupplyChainApi['getHealthMatrix']>[0],
    call?: CallOptions,
  ): ReturnType<SupplyChainApi['getHealthMatrix']> {
    return await this.#http.get('/health/matrix', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.getArrivals} */
  async getArrivals(
    options?: Parameters<SupplyChainApi['getArrivals']>[0],
    call?: CallOptions,
  ): Promise<ArrivalPage> {
    return await this.#http.get('/health/arrivals', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.getPipelineStatus} */
  async getPipelineStatus(call?: CallOptions): Promise<PipelineStatus> {
    return await this.#http.get('/health/status', {}, call);
  }

  /** {@inheritDoc SupplyChainApi.getPipelineMappings} */
  async getPipelineMappings(call?: CallOptions): Promise<PipelineMappings> {
    return await this.#http.get('/pipelines/mappings', {}, call);
  }

  /** {@inheritDoc SupplyChainApi.explainPipeline} */
  async explainPipeline(
    claims: Record<string, unknown>,
    call?: CallOptions,
  ): Promise<PipelineExplanation> {
    return await this.#http.post('/pipelines/explain', { claims }, call);
  }

  /** {@inheritDoc SupplyChainApi.getTrustPolicy} */
  async getTrustPolicy(call?: CallOptions): Promise<TrustPolicyView> {
    return await this.#http.get('/trust/policy', {}, call);
  }

  /** {@inheritDoc SupplyChainApi.testTrust} */
  async testTrust(
    options: Parameters<SupplyChainApi['testTrust']>[0],
    call?: CallOptions,
  ): Promise<TrustTest> {
    const query = { entity: options.entityRef };
    return await this.#http.upload('/trust/test', options.body, {
      ...call,
      query,
    });
  }

  /** {@inheritDoc SupplyChainApi.getTrustDependents} */
  async getTrustDependents(
    lineId: string,
    options?: Parameters<SupplyChainApi['getTrustDependents']>[1],
    call?: CallOptions,
  ): Promise<TrustDependentPage> {
    return await this.#http.get(
      path`/trust/lines/${lineId}/dependents`,
      { ...options },
      call,
    );
  }

  /** {@inheritDoc SupplyChainApi.confirmTrust} */
  async confirmTrust(
    entityRef: string,
    options: Parameters<SupplyChainApi['confirmTrust']>[1],
    call?: CallOptions,
  ): Promise<void> {
    const route = `${entityPath(entityRef)}/trust/confirm`;
    await this.#http.tell(route, options, call);
  }

  /** {@inheritDoc SupplyChainApi.getWhereUsed} */
  async getWhereUsed(
    options: Parameters<SupplyChainApi['getWhereUsed']>[0],
    call?: CallOptions,
  ): Promise<WhereUsedPage> {
    return await this.#http.get('/where-used', { ...options }, call);
  }

  /** {@inheritDoc SupplyChainApi.resolveReferences} */
  async resolveReferences(
    references: readonly EvidenceReference[],
    call?: CallOptions,
  ): Promise<ResolvedReference[]> {
    const body = { references };
    return (
      await this.#http.post<{ items: ResolvedReference[] }>(
        '/references',
        body,
        call,
      )
    ).items;
  }

  #of<T>(base: string, part: string, query?: Query, call?: CallOptions) {
    return this.#http.get<T>(`${base}/${part}`, query, call);
  }
}

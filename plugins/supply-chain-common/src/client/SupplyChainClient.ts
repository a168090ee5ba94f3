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
import {
  Call,
  path,
  send,
  SupplyChainDiscovery,
  SupplyChainFetch,
} from './request';
import { entityPath } from './entityPath';
import { readJson } from './readJson';
import {
  CallOptions,
  ReleaseKey,
  SubmitOptions,
  SupplyChainApi,
} from './SupplyChainApi';

function releasePath(key: ReleaseKey): string {
  return `${entityPath(key.entityRef)}${path`/releases/${key.releaseId}`}`;
}

/**
 * The supply-chain plugin over HTTP, in a browser or in Node. It retries and polls
 * nothing: a `processing` receipt is the caller's to ask for again.
 *
 * @public
 */
export class SupplyChainClient implements SupplyChainApi {
  readonly #api: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  };

  constructor(options: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  }) {
    this.#api = options;
  }

  /** {@inheritDoc SupplyChainApi.submit} */
  async submit(options: SubmitOptions, call?: CallOptions): Promise<Receipt> {
    const { body, contentEncoding, idempotencyKey, entityRef, ...rest } =
      options;
    return await this.#json('/artifacts', {
      ...call,
      method: 'POST',
      query: { entity: entityRef, ...rest },
      headers: {
        // Never application/json: a proxy or body parser might read what has to arrive as it is.
        'Content-Type': 'application/octet-stream',
        'Content-Encoding': contentEncoding,
        'Idempotency-Key': idempotencyKey,
      },
      body: body as BodyInit,
    });
  }

  /** {@inheritDoc SupplyChainApi.getReceipt} */
  async getReceipt(receiptId: string, call?: CallOptions): Promise<Receipt> {
    return await this.#json(path`/receipts/${receiptId}`, call);
  }

  /** {@inheritDoc SupplyChainApi.getPosture} */
  async getPosture(
    entityRef: string,
    options?: Parameters<SupplyChainApi['getPosture']>[1],
    call?: CallOptions,
  ): Promise<Posture> {
    return await this.#json(`${entityPath(entityRef)}/posture`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getReleases} */
  async getReleases(
    entityRef: string,
    options?: Parameters<SupplyChainApi['getReleases']>[1],
    call?: CallOptions,
  ): Promise<ReleasePage> {
    return await this.#json(`${entityPath(entityRef)}/releases`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getGate} */
  async getGate(
    entityRef: string,
    options: Parameters<SupplyChainApi['getGate']>[1],
    call?: CallOptions,
  ): Promise<Gate> {
    return await this.#json(`${entityPath(entityRef)}/gate`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.recordPromotion} */
  async recordPromotion(
    entityRef: string,
    options: Parameters<SupplyChainApi['recordPromotion']>[1],
    call?: CallOptions,
  ): Promise<Promotion> {
    const { idempotencyKey, ...promotion } = options;
    return await this.#json(`${entityPath(entityRef)}/promotions`, {
      ...call,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
      },
      body: JSON.stringify(promotion),
    });
  }

  /** {@inheritDoc SupplyChainApi.getComponents} */
  async getComponents(
    key: ReleaseKey,
    options?: Parameters<SupplyChainApi['getComponents']>[1],
    call?: CallOptions,
  ): Promise<ComponentPage> {
    return await this.#json(`${releasePath(key)}/components`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getPaths} */
  async getPaths(
    key: ReleaseKey,
    componentKey: string,
    call?: CallOptions,
  ): Promise<string[][]> {
    const { paths } = await this.#json<{ paths: string[][] }>(
      `${releasePath(key)}/paths`,
      { ...call, query: { component: componentKey } },
    );
    return paths;
  }

  /** {@inheritDoc SupplyChainApi.getFindings} */
  async getFindings(
    key: ReleaseKey,
    options?: Parameters<SupplyChainApi['getFindings']>[1],
    call?: CallOptions,
  ): Promise<FindingPage> {
    return await this.#json(`${releasePath(key)}/findings`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getProvenance} */
  async getProvenance(
    key: ReleaseKey,
    call?: CallOptions,
  ): Promise<Provenance[]> {
    return await this.#items(`${releasePath(key)}/provenance`, call);
  }

  /** {@inheritDoc SupplyChainApi.getDecision} */
  async getDecision(key: ReleaseKey, call?: CallOptions): Promise<Decision> {
    return await this.#json(`${releasePath(key)}/decision`, call);
  }

  /** {@inheritDoc SupplyChainApi.getEvidence} */
  async getEvidence(key: ReleaseKey, call?: CallOptions): Promise<Evidence[]> {
    return await this.#items(`${releasePath(key)}/evidence`, call);
  }

  /** {@inheritDoc SupplyChainApi.downloadEvidence} */
  async downloadEvidence(
    key: ReleaseKey,
    evidenceId: string,
    call?: CallOptions,
  ): Promise<Blob> {
    const route = `${releasePath(key)}${path`/evidence/${evidenceId}/content`}`;
    const response = await send(this.#api, route, call);
    return await response.blob();
  }

  /** {@inheritDoc SupplyChainApi.withdrawEvidence} */
  async withdrawEvidence(
    key: ReleaseKey,
    evidenceId: string,
    reason: string,
    call?: CallOptions,
  ): Promise<Evidence> {
    return await this.#json(
      `${releasePath(key)}${path`/evidence/${evidenceId}/withdraw`}`,
      {
        ...call,
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason }),
      },
    );
  }

  /** {@inheritDoc SupplyChainApi.getDiff} */
  async getDiff(
    key: ReleaseKey,
    options?: Parameters<SupplyChainApi['getDiff']>[1],
    call?: CallOptions,
  ): Promise<Diff> {
    return await this.#json(`${releasePath(key)}/diff`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getPortfolio} */
  async getPortfolio(
    options?: Parameters<SupplyChainApi['getPortfolio']>[0],
    call?: CallOptions,
  ): Promise<PortfolioPage> {
    return await this.#json('/portfolio', { ...call, query: { ...options } });
  }

  /** {@inheritDoc SupplyChainApi.getHealthCauses} */
  async getHealthCauses(call?: CallOptions): Promise<HealthCause[]> {
    return await this.#items('/health/causes', call);
  }

  /** {@inheritDoc SupplyChainApi.getHealthMatrix} */
  async getHealthMatrix(
    options?: Parameters<SupplyChainApi['getHealthMatrix']>[0],
    call?: CallOptions,
  ): ReturnType<SupplyChainApi['getHealthMatrix']> {
    return await this.#json('/health/matrix', {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getArrivals} */
  async getArrivals(
    options?: Parameters<SupplyChainApi['getArrivals']>[0],
    call?: CallOptions,
  ): Promise<ArrivalPage> {
    return await this.#json('/health/arrivals', {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.getPipelineStatus} */
  async getPipelineStatus(call?: CallOptions): Promise<PipelineStatus> {
    return await this.#json('/health/status', call);
  }

  /** {@inheritDoc SupplyChainApi.getPipelineMappings} */
  async getPipelineMappings(call?: CallOptions): Promise<PipelineMappings> {
    return await this.#json('/pipelines/mappings', call);
  }

  /** {@inheritDoc SupplyChainApi.explainPipeline} */
  async explainPipeline(
    claims: Record<string, unknown>,
    call?: CallOptions,
  ): Promise<PipelineExplanation> {
    return await this.#json('/pipelines/explain', {
      ...call,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ claims }),
    });
  }

  /** {@inheritDoc SupplyChainApi.getTrustPolicy} */
  async getTrustPolicy(call?: CallOptions): Promise<TrustPolicyView> {
    return await this.#json('/trust/policy', call);
  }

  /** {@inheritDoc SupplyChainApi.testTrust} */
  async testTrust(
    options: Parameters<SupplyChainApi['testTrust']>[0],
    call?: CallOptions,
  ): Promise<TrustTest> {
    return await this.#json('/trust/test', {
      ...call,
      method: 'POST',
      query: { entity: options.entityRef },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: options.body as BodyInit,
    });
  }

  /** {@inheritDoc SupplyChainApi.getTrustDependents} */
  async getTrustDependents(
    lineId: string,
    options?: Parameters<SupplyChainApi['getTrustDependents']>[1],
    call?: CallOptions,
  ): Promise<TrustDependentPage> {
    return await this.#json(path`/trust/lines/${lineId}/dependents`, {
      ...call,
      query: { ...options },
    });
  }

  /** {@inheritDoc SupplyChainApi.confirmTrust} */
  async confirmTrust(
    entityRef: string,
    options: Parameters<SupplyChainApi['confirmTrust']>[1],
    call?: CallOptions,
  ): Promise<void> {
    await send(this.#api, `${entityPath(entityRef)}/trust/confirm`, {
      ...call,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(options),
    });
  }

  /** {@inheritDoc SupplyChainApi.getWhereUsed} */
  async getWhereUsed(
    options: Parameters<SupplyChainApi['getWhereUsed']>[0],
    call?: CallOptions,
  ): Promise<WhereUsedPage> {
    return await this.#json('/where-used', { ...call, query: { ...options } });
  }

  /** {@inheritDoc SupplyChainApi.resolveReferences} */
  async resolveReferences(
    references: readonly EvidenceReference[],
    call?: CallOptions,
  ): Promise<ResolvedReference[]> {
    return await this.#items('/references', {
      ...call,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ references }),
    });
  }

  async #json<T>(route: string, call?: Call): Promise<T> {
    const response = await send(this.#api, route, call);
    return (await readJson(response)) as T;
  }

  async #items<T>(route: string, call?: Call): Promise<T[]> {
    return (await this.#json<{ items: T[] }>(route, call)).items;
  }
}

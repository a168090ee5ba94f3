import { Audit } from '../audit/Audit';
import { ErasureDecision, ErasureService } from './types';

/** Everything that happens to erasures, as audit events. */
export class AuditedErasureService implements ErasureService {
  readonly #erasures: ErasureService;
  readonly #audit: Audit;
  readonly list: ErasureService['list'];

  constructor(options: { erasures: ErasureService; audit: Audit }) {
    this.#erasures = options.erasures;
    this.#audit = options.audit;
    this.list = () => options.erasures.list();
  }

  request(options: Parameters<ErasureService['request']>[0]) {
    const { digest, legalBasis, principal } = options;
    return this.#audit.run(
      'evidence-erase-request',
      { digest, legalBasis, principal: principal.ref },
      () => this.#erasures.request(options),
      ({ id, placements }) => ({ erasure: id, placements }),
    );
  }

  approve(decision: ErasureDecision) {
    return this.#audit.run(
      'evidence-erase',
      { erasure: decision.uid, principal: decision.principal.ref },
      () => this.#erasures.approve(decision),
      ({ digest, placements }) => ({ digest, placements }),
    );
  }

  reject(decision: ErasureDecision) {
    return this.#audit.run(
      'evidence-erase-reject',
      { erasure: decision.uid, principal: decision.principal.ref },
      () => this.#erasures.reject(decision),
    );
  }
}

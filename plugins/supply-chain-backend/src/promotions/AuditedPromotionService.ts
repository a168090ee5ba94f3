import { Audit } from '../audit/Audit';
import { PromotionClaim, PromotionService } from './types';

/** Every promotion that is told, as audit events. */
export class AuditedPromotionService implements PromotionService {
  readonly #promotions: PromotionService;
  readonly #audit: Audit;

  constructor(options: { promotions: PromotionService; audit: Audit }) {
    this.#promotions = options.promotions;
    this.#audit = options.audit;
  }

  record(claim: PromotionClaim): ReturnType<PromotionService['record']> {
    const { entityRef, version, channel, stage, principal } = claim;
    return this.#audit.run(
      'release-promote',
      { entityRef, release: version, channel, stage, principal: principal.ref },
      () => this.#promotions.record(claim),
      ({ isNew, promotion }) => ({
        isNew,
        ...(promotion.asked && { answer: promotion.asked.answer }),
      }),
    );
  }
}

import { Audit } from '../audit/Audit';
import { RetirementClaim, RetirementService } from './types';

/** Every retirement that is told, as audit events. */
export class AuditedRetirementService implements RetirementService {
  readonly #retirements: RetirementService;
  readonly #audit: Audit;
  readonly listLive: RetirementService['listLive'];

  constructor(options: { retirements: RetirementService; audit: Audit }) {
    this.#retirements = options.retirements;
    this.#audit = options.audit;
    this.listLive = entity => options.retirements.listLive(entity);
  }

  record(claim: RetirementClaim): ReturnType<RetirementService['record']> {
    const { entityRef, version, channel, stage, principal } = claim;
    return this.#audit.run(
      'release-retire',
      {
        entityRef,
        release: version,
        channel,
        principal: principal.ref,
        ...(stage && { stage }),
      },
      () => this.#retirements.record(claim),
      ({ isNew, retirement }) => ({ isNew, live: retirement.live }),
    );
  }
}

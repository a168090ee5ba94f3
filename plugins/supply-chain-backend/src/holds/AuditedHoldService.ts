import { Audit } from '../audit/Audit';
import { HoldService } from './types';

/** Everything that happens to legal holds, as audit events. */
export class AuditedHoldService implements HoldService {
  readonly #holds: HoldService;
  readonly #audit: Audit;
  readonly list: HoldService['list'];

  constructor(options: { holds: HoldService; audit: Audit }) {
    this.#holds = options.holds;
    this.#audit = options.audit;
    this.list = (granted, which) => options.holds.list(granted, which);
  }

  place(order: Parameters<HoldService['place']>[0]) {
    const { target, reference, principal } = order;
    return this.#audit.run(
      'hold-place',
      {
        target: JSON.stringify(target),
        reference,
        principal: principal.ref,
      },
      () => this.#holds.place(order),
      hold => ({ hold: hold.id, evidence: hold.covers.evidence }),
    );
  }

  lift(options: Parameters<HoldService['lift']>[0]) {
    return this.#audit.run(
      'hold-lift',
      { hold: options.uid, principal: options.principal.ref },
      () => this.#holds.lift(options),
    );
  }

  review(options: Parameters<HoldService['review']>[0]) {
    return this.#audit.run(
      'hold-review',
      { hold: options.uid, principal: options.principal.ref },
      () => this.#holds.review(options),
    );
  }
}

import { Audit } from '../audit/Audit';
import { HoldService } from './types';

/** Everything that happens to legal holds, as audit events. */
export class AuditedHoldService implements HoldService {
  readonly #holds: HoldService;
  readonly #audit: Audit;
  readonly list: HoldService['list'];
  readonly preview: HoldService['preview'];
  readonly listEntities: HoldService['listEntities'];

  constructor(options: { holds: HoldService; audit: Audit }) {
    this.#holds = options.holds;
    this.#audit = options.audit;
    const { holds } = options;
    this.list = (granted, which) => holds.list(granted, which);
    this.preview = (granted, target) => holds.preview(granted, target);
    this.listEntities = (granted, which) => holds.listEntities(granted, which);
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
      ({ id, covers }) => ({
        hold: id,
        entities: covers.entities,
        evidence: covers.evidence,
      }),
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

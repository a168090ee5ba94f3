import { Audit } from '../audit/Audit';
import { HoldService } from './types';

/** Everything that happens to legal holds, and looks for what they would cover, as audit events. */
export class AuditedHoldService implements HoldService {
  readonly #holds: HoldService;
  readonly #audit: Audit;
  readonly list: HoldService['list'];
  readonly listEntities: HoldService['listEntities'];

  constructor(options: { holds: HoldService; audit: Audit }) {
    this.#holds = options.holds;
    this.#audit = options.audit;
    const { holds } = options;
    this.list = (granted, which) => holds.list(granted, which);
    this.listEntities = (granted, which) => holds.listEntities(granted, which);
  }

  preview(...[granted, options]: Parameters<HoldService['preview']>) {
    const { target, principal } = options;
    return this.#audit.run(
      'hold-preview',
      { target: JSON.stringify(target), principal: principal.ref },
      () => this.#holds.preview(granted, options),
      ({ covers: { entities, evidence } }) => ({ entities, evidence }),
    );
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

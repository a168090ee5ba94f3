import { Audit } from '../../audit/Audit';
import { ProposalDecision, ProposalService, Visible } from './types';

/** Everything that happens to proposals, as audit events. */
export class AuditedProposalService implements ProposalService {
  readonly #proposals: ProposalService;
  readonly #audit: Audit;
  readonly getClasses: ProposalService['getClasses'];
  readonly list: ProposalService['list'];

  constructor(options: { proposals: ProposalService; audit: Audit }) {
    const { proposals } = options;
    this.#proposals = proposals;
    this.#audit = options.audit;
    this.getClasses = () => proposals.getClasses();
    this.list = visible => proposals.list(visible);
  }

  propose(
    options: Parameters<ProposalService['propose']>[0],
    visible: Visible,
  ) {
    return this.#audit.run(
      'retention-propose',
      { class: options.class, principal: options.principal.ref },
      () => this.#proposals.propose(options, visible),
      ({ id }) => ({ proposal: id }),
    );
  }

  approve(decision: ProposalDecision, visible: Visible) {
    return this.#audit.run(
      'retention-approve',
      { proposal: decision.uid, principal: decision.principal.ref },
      () => this.#proposals.approve(decision, visible),
      ({ class: name, preview }) => ({
        class: name,
        released: preview?.released.evidence ?? 0,
      }),
    );
  }

  reject(decision: ProposalDecision, visible: Visible) {
    return this.#audit.run(
      'retention-reject',
      { proposal: decision.uid, principal: decision.principal.ref },
      () => this.#proposals.reject(decision, visible),
    );
  }
}

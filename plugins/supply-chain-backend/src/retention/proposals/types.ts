import {
  Principal,
  RetentionClasses,
  RetentionProposal,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** Who may see which entities of a preview. */
export type Visible = (
  entityRefs: readonly string[],
) => Promise<ReadonlySet<string>>;

export interface ProposalDecision {
  uid: string;
  reason: string;
  principal: Principal;
}

/** Classes, and what two people agree to shorten. Permissions were asked before. */
export interface ProposalService {
  getClasses(): Promise<RetentionClasses>;
  list(visible: Visible): Promise<RetentionProposal[]>;
  /** `ConflictError` when the config says nothing shorter, or a proposal is open. */
  propose(
    options: { class: string; reason: string; principal: Principal },
    visible: Visible,
  ): Promise<RetentionProposal>;
  /** `NotAllowedError` for the proposer. */
  approve(
    decision: ProposalDecision,
    visible: Visible,
  ): Promise<RetentionProposal>;
  reject(
    decision: ProposalDecision,
    visible: Visible,
  ): Promise<RetentionProposal>;
}

import {
  Channel,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantAction } from '../config/SupplyChainConfig';
import { PipelineIssuer } from '../config/PipelinesConfig';
import { Claims } from './claims';

/** The highest channel that claims allow, and the claims that said so. */
export interface ChannelVerdict {
  channel: Channel;
  because: string;
}

/** What is particular to the tokens of one kind of pipeline. */
export interface Provider {
  /** Claims that name the project for good, the most particular first. */
  identifying: string[];
  /** Claims that are kept on receipts; none of a person's name or address. */
  kept: string[];
  /**
   * Writing requests of one token, each with an idempotency key of its own. One
   * where a job can ask for a token each time, so that a stolen one is worth nothing.
   */
  maxUses: number;
  channel(claims: Claims, issuer: PipelineIssuer): ChannelVerdict;
  /** `repository @ workflow`, for people. */
  source(claims: Claims): string | undefined;
}

/** One claim that a mapping asks for. */
export interface ClaimCheck {
  name: string;
  expected: string;
  seen?: string;
  matches: boolean;
}

/** What claims allow and why; the verifier acts on nothing else. */
export interface PipelineExplanation {
  /** Absent when the issuer is not known or its claims name nobody. */
  principalRef?: string;
  source?: string;
  channel: Channel;
  channelReason: string;
  /** Index of the mapping that counts. */
  mapping?: number;
  entities: string[];
  /** Absent: every kind. */
  kinds?: EvidenceKind[];
  /** What the mapping allows and the claims do not forbid. */
  channels: Channel[];
  actions: GrantAction[];
  madeAt: boolean;
  /** Why nothing is allowed. */
  reason?: string;
  /** Every mapping of the issuer, up to the one that counts. */
  checked: { mapping: number; claims: ClaimCheck[] }[];
}

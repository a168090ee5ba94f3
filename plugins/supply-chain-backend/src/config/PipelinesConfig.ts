import {
  Channel,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantAction } from './SupplyChainConfig';

export type PipelineProvider = 'github' | 'gitlab' | 'generic';

/** One who signs job tokens. Compared as written: no slash or case is forgiven. */
export interface PipelineIssuer {
  issuer: string;
  provider: PipelineProvider;
  /** Absent: found by OIDC discovery. */
  jwksUri?: string;
  /** Only `generic`: claims that must all hold for channel `release`. */
  releaseWhen?: Record<string, string>;
}

/** Which claims of an issuer's tokens let a job do what. */
export interface PipelineMapping {
  issuer: string;
  /** Claim name to exact value. */
  claims: Record<string, string>;
  entities: string[];
  /** Absent: every kind. */
  kinds?: EvidenceKind[];
  channels: Channel[];
  actions: GrantAction[];
  madeAt: boolean;
}

/** `supplyChain.pipelines`. */
export interface PipelinesConfig {
  audience: string;
  maxTokenAgeMs: number;
  issuers: PipelineIssuer[];
  /** In order: the first that matches counts. */
  mappings: PipelineMapping[];
}

import {
  Channel,
  EvidenceKind,
  Mode,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { JsonObject } from '@backstage/types';
import { PipelinesConfig } from './PipelinesConfig';
import { TrustConfig } from './TrustConfig';
import { RetentionConfig } from './RetentionConfig';

/** Which entities are in scope and what is expected of them. */
export interface ScopeEntry {
  match: {
    kind: string;
    namespace: string;
    name: string;
    type?: string;
    lifecycle?: string;
  };
  expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  collection: 'minimal' | 'release';
  mode: Mode;
  enforceFrom?: Date;
}

export type GrantAction = 'submit' | 'read' | 'withdraw';

/** What a service may do. */
export interface Grant {
  subject: string;
  entities: string[];
  /** Absent: every kind. */
  kinds?: EvidenceKind[];
  channels: Channel[];
  actions: GrantAction[];
  madeAt: boolean;
  development: boolean;
}

/** Where releases go, and how strictly the gate answers there. */
export interface Stage {
  /** `observe` adds nothing to what holds for the entity. */
  mode: Mode;
  enforceFrom?: Date;
}

/** What one sender may, and what all may for one entity. */
export interface SharedLimit {
  perPrincipal: number;
  perEntity: number;
}

/** `supplyChain` of the app config, parsed once; durations in milliseconds. */
export interface SupplyChainConfig {
  storeDirectory: string;
  limits: {
    maxBytes: number;
    maxDepth: number;
    maxNodes: number;
    maxReadingBytes: number;
    maxConcurrentIntakes: number;
    maxConcurrentIntakesPerPrincipal: number;
    bodyIdleTimeoutMs: number;
    answerDeadlineMs: number;
    readTimeoutMs: number;
    judgeTimeoutMs: number;
    /** Documents in a minute. */
    rate: SharedLimit;
    dailyBytes: SharedLimit;
  };
  workers: number;
  retention: RetentionConfig;
  refusalRetentionMs: number;
  policy: { bundle?: string; bundleDigest?: string; data?: JsonObject };
  scope: ScopeEntry[];
  /** By name. */
  stages: ReadonlyMap<string, Stage>;
  grants: Grant[];
  /** Absent: no pipeline is known by its own token. */
  pipelines?: PipelinesConfig;
  trust: TrustConfig;
  collectorIntervalMs: number;
  /** How often the catalog's docs are looked through for links to evidence. */
  referencesIntervalMs: number;
}

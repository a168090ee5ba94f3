import {
  Channel,
  EvidenceKind,
  RetentionStart,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** The class of what no other stands instead of. */
export const DEFAULT_CLASS = 'default';

/** What a class applies to; absent members restrict nothing. */
export interface ClassMatch {
  kinds?: EvidenceKind[];
  channels?: Channel[];
  /** Globs. */
  lines?: string[];
  /** Globs. */
  entities?: {
    kind?: string;
    namespace?: string;
    name?: string;
    type?: string;
    lifecycle?: string;
  };
}

/** What a class says; durations in milliseconds. */
export interface ClassDefinition {
  match: ClassMatch;
  start: RetentionStart;
  minimumMs: number;
  /** Not live and not held, it must be gone by then. */
  latestMs?: number;
  /** The default does not apply to what this one does. */
  insteadOfDefault: boolean;
}

export interface NamedClass {
  name: string;
  definition: ClassDefinition;
}

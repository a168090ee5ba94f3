import { Judgement, RuleDescription } from './types';

/** How a fact document is judged. @public */
export interface JudgeOptions {
  /** Which rules count: `minimal` or `release`. */
  collection: string;
  /** Merged over the bundle's own data, key by key at the top level. */
  data?: Record<string, unknown>;
}

/** A loaded policy bundle. @public */
export interface Policy {
  /** `sha256:<hex>` of the bundle's bytes. */
  readonly digest: string;
  /** All rules of the bundle, of every collection. */
  readonly rules: RuleDescription[];
  /** Never throws for a document's sake: trouble is verdict `error`. */
  judge(facts: Uint8Array, options: JudgeOptions): Judgement;
}

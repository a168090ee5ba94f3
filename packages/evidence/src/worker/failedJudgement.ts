import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import type { JudgeOptions } from '../policy/Policy.types';
import { PolicyError } from '../policy/PolicyError';
import type { Judgement } from '../policy/types';

/** A judgement that did not come about, said so. Never a pass. @internal */
export function failedJudgement(
  facts: Uint8Array,
  options: JudgeOptions,
  error: unknown,
): Judgement {
  return {
    verdict: 'error',
    collection: options.collection,
    policyDigest: '',
    dataDigest: `sha256:${sha256Hex(canonicalJson(options.data ?? {}))}`,
    factsDigest: `sha256:${sha256Hex(facts)}`,
    rules: [],
    counts: { total: 0, passed: 0, violations: 0, warnings: 0, notJudged: 0 },
    error: {
      code: error instanceof PolicyError ? error.code : 'engine',
      // Not `instanceof Error`: what a thread throws may be of another realm.
      message: (error as Error | undefined)?.message ?? String(error),
    },
  };
}

import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import type { JudgeOptions } from '../policy/Policy.types';
import type { Judgement, PolicyErrorCode } from '../policy/types';

/** A judgement that did not come about, said so. Never a pass. @internal */
export function failedJudgement(
  facts: Uint8Array,
  options: JudgeOptions,
  failure: { error: unknown; timeoutMs?: number },
): Judgement {
  return {
    verdict: 'error',
    collection: options.collection,
    policyDigest: '',
    dataDigest: `sha256:${sha256Hex(canonicalJson(options.data ?? {}))}`,
    factsDigest: `sha256:${sha256Hex(facts)}`,
    rules: [],
    counts: { total: 0, passed: 0, violations: 0, warnings: 0, notJudged: 0 },
    error:
      failure.timeoutMs === undefined
        ? {
            code: codeOf(failure.error),
            message:
              failure.error instanceof Error
                ? failure.error.message
                : String(failure.error),
          }
        : {
            code: 'timeout',
            message: `The policy took longer than ${failure.timeoutMs} ms and was ended.`,
          },
  };
}

// `PolicyError` arrives from the thread with its properties but without its class.
function codeOf(error: unknown): PolicyErrorCode {
  const code = (error as { code?: unknown } | undefined)?.code;
  const known: PolicyErrorCode[] = [
    'bundle-missing',
    'bundle-digest',
    'entrypoint-missing',
    'builtin-missing',
    'too-large',
  ];
  return known.find(item => item === code) ?? 'engine';
}

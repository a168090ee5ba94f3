import { FactDocument } from '../facts/FactDocument';
import { canonicalJson, sha256Hex } from '../facts/canonicalJson';
import { BUNDLE_DIGEST } from './bundleDigest';
import { Answers, decide } from './decide';
import { JudgeOptions, Policy } from './Policy.types';
import { PolicyEngine } from './PolicyEngine';
import { PolicyError } from './PolicyError';
import { mergeData } from './mergeData';
import { PolicyBundle, defaultBundlePath, readBundle } from './readBundle';
import { Judgement, RuleResult } from './types';

/** What a bundle must fulfil and may use. @public */
export interface LoadPolicyOptions {
  /** `sha256:<hex>` that the bundle must have; for the bundle in this package it is known. */
  digest?: string;
  /** Largest memory of one judgement, in bytes. Default 768 MiB, for facts of 17 MB. */
  maxMemoryBytes?: number;
  /** Default `supply_chain/decision`. */
  entrypoint?: string;
}

/**
 * Loads a policy bundle made by `opa build -t wasm`; without a path the one in this
 * package. Throws {@link PolicyError} when it cannot be used: missing or broken,
 * another digest than expected, no such entrypoint, or builtins that only fail later.
 *
 * `judge` runs on the calling thread for as long as the policy takes; a time limit
 * needs a thread that can be ended, see `EvidenceWorkers`.
 *
 * @public
 */
export async function loadPolicy(
  bundlePath?: string,
  options: LoadPolicyOptions = {},
): Promise<Policy> {
  const bundle = await readBundle(
    bundlePath ?? defaultBundlePath(),
    options.digest ?? (bundlePath === undefined ? BUNDLE_DIGEST : undefined),
  );
  const engine = await PolicyEngine.create({
    wasm: bundle.wasm,
    entrypoint: options.entrypoint ?? 'supply_chain/decision',
    maxBytes: options.maxMemoryBytes ?? 768 * 1024 * 1024,
  });
  return {
    digest: bundle.digest,
    rules: bundle.rules,
    judge: (facts, judgeOptions) => judge(bundle, engine, facts, judgeOptions),
  };
}

function judge(
  bundle: PolicyBundle,
  engine: PolicyEngine,
  facts: Uint8Array,
  options: JudgeOptions,
): Judgement {
  const judgement: Judgement = {
    verdict: 'error',
    collection: options.collection,
    policyDigest: bundle.digest,
    // Of what was asked for, until it is known to fit.
    dataDigest: digestOf({ ...bundle.data, ...options.data }),
    factsDigest: `sha256:${sha256Hex(facts)}`,
    rules: [],
    counts: countRules([]),
  };
  try {
    const data = mergeData(bundle.data, options.data);
    judgement.dataDigest = digestOf(data);
    const rules = bundle.rules.filter(rule =>
      rule.collections.includes(options.collection),
    );
    if (rules.length === 0) {
      throw new PolicyError(
        'engine',
        `the policy has no collection '${options.collection}'`,
      );
    }
    const outcome = decide({
      rules,
      answers: engine.evaluate(facts, data) as Answers,
      facts: JSON.parse(Buffer.from(facts).toString()) as FactDocument,
    });
    return { ...judgement, ...outcome, counts: countRules(outcome.rules) };
  } catch (error) {
    return { ...judgement, error: describe(error) };
  }
}

function digestOf(value: unknown): string {
  return `sha256:${sha256Hex(canonicalJson(value))}`;
}

function countRules(rules: RuleResult[]): Judgement['counts'] {
  const count = (status: RuleResult['status']) =>
    rules.filter(rule => rule.status === status).length;
  return {
    total: rules.length,
    passed: count('passed'),
    violations: count('violation'),
    warnings: count('warning'),
    notJudged: count('not-judged'),
  };
}

function describe(error: unknown): NonNullable<Judgement['error']> {
  return error instanceof PolicyError
    ? { code: error.code, message: error.message }
    : { code: 'engine', message: String(error) };
}

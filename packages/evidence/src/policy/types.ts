import { EvidenceKind } from '../model/EvidenceFacts';

/** A rule as its METADATA states it. @public */
export interface RuleDescription {
  /** Stable code such as `SBOM-001`. */
  code: string;
  /** One line for a list. */
  title: string;
  /** What the rule asks for, and why. */
  description: string;
  /** How much a violation weighs in an ordering; never in the verdict. */
  severity: 'critical' | 'high' | 'medium' | 'low';
  /** RFC 3339 date from which a violation denies; before it the rule only warns. */
  effectiveOn?: string;
  /** Collections that the rule belongs to. */
  collections: string[];
  /** Controls of frameworks that the rule serves, as `framework:id`. */
  controls: string[];
  /** Kinds of evidence without which the rule is not judged; empty: always judged. */
  needs: EvidenceKind[];
  /** A rule that only ever warns. */
  level: 'deny' | 'warn';
  /** Whether a person may waive a violation. */
  waivable: boolean;
  /** Path of the source file in `policy/`. */
  source: string;
}

/** One place where a rule found something. @public */
export interface RuleHit {
  /** One sentence for a person; quotes identifiers. */
  message: string;
  /** A command or edit for the generator that made this very file. */
  solution: string;
  /** A command line to copy, when the solution is one. */
  command?: string;
  /** `EvidenceEntry.id` of the evidence at fault. */
  evidenceId?: string;
  /** JSON pointer in that evidence, or `line N`. */
  place?: string;
  /** Component key, for rules about components. */
  component?: string;
  /** Vulnerability, for rules about findings. */
  finding?: string;
}

/** The outcome of one rule. @public */
export interface RuleResult extends RuleDescription {
  /** Only `violation` denies; `not-judged` is no pass. */
  status: 'passed' | 'violation' | 'warning' | 'not-judged';
  /** Why it was not judged. */
  reason?: string;
  /** At most 50 hits; `hitCount` has the real number. */
  hits: RuleHit[];
  /** All hits, also those not in `hits`. */
  hitCount: number;
  /** This warning becomes a violation on `effectiveOn`. */
  willFail: boolean;
}

/** Only `passed` is a yes. Design section 6. @public */
export type Verdict = 'passed' | 'failed' | 'incomplete' | 'error';

/** What one evaluation says. @public */
export interface Judgement {
  /** `error` comes with `error` and without rules. */
  verdict: Verdict;
  /** The collection that was asked for. */
  collection: string;
  /** `sha256:<hex>` of the policy bundle's bytes. */
  policyDigest: string;
  /** `sha256:<hex>` of the data the policy ran with. */
  dataDigest: string;
  /** `sha256:<hex>` of the canonical fact document. */
  factsDigest: string;
  /** Every rule of the collection; empty on `error`. */
  rules: RuleResult[];
  /** Rules by status; `total` is their sum. */
  counts: {
    total: number;
    passed: number;
    violations: number;
    warnings: number;
    notJudged: number;
  };
  /** Why there is no verdict, when `verdict` is `error`; says whose fault it is not. */
  error?: { code: PolicyErrorCode; message: string };
}

/** Why there is no policy or no judgement; stable. @public */
export type PolicyErrorCode =
  | 'bundle-missing'
  | 'bundle-digest'
  | 'entrypoint-missing'
  | 'builtin-missing'
  | 'timeout'
  | 'too-large'
  | 'engine';

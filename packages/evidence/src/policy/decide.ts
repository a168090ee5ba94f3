import { FactDocument } from '../facts/FactDocument';
import { EvidenceKind } from '../model/EvidenceFacts';
import { PolicyError } from './PolicyError';
import { RuleDescription, RuleHit, RuleResult, Verdict } from './types';

/** The rules' answers, by code, as the entrypoint of a bundle returns them. */
export type Answers = Record<
  string,
  {
    count: number;
    hits: RuleHit[];
    /** Why it had nothing to look at; then it found nothing and did not pass either. */
    notJudged?: string;
  }
>;

type Facts = Pick<
  FactDocument,
  | 'now'
  | 'expected'
  | 'evidence'
  | 'sboms'
  | 'provenances'
  | 'checksums'
  | 'scans'
  | 'findings'
>;

/**
 * Turns the rules' answers into results and a verdict. This is the part of judging
 * that is the same for every policy: which rules count, what a date means, and that
 * a rule which saw nothing did not pass.
 */
export function decide(options: {
  facts: Facts;
  rules: RuleDescription[];
  answers: Answers;
}): { rules: RuleResult[]; verdict: Verdict } {
  const { facts, answers } = options;
  const rules = options.rules.map(rule => {
    const missing = rule.needs.filter(kind => !isGiven(facts, kind));
    if (missing.length) return notJudged(rule, whyNot(facts, missing));
    const answer = answerOf(rule, answers);
    return answer.count === 0 && typeof answer.notJudged === 'string'
      ? notJudged(rule, answer.notJudged)
      : judged(rule, answer, facts.now);
  });
  return { rules, verdict: verdictOf(facts, rules) };
}

function verdictOf(facts: Facts, rules: RuleResult[]): Verdict {
  if (rules.some(rule => rule.status === 'violation')) {
    return 'failed';
  }
  const required = facts.expected
    .filter(({ level }) => level === 'required')
    .map(({ kind }) => kind);
  const unseen =
    rules.some(
      ({ status, needs }) =>
        status === 'not-judged' && needs.some(kind => required.includes(kind)),
    ) || required.some(kind => !isGiven(facts, kind) || hasUnread(facts, kind));
  return unseen || facts.evidence.length === 0 ? 'incomplete' : 'passed';
}

// Given means read: a document that we only keep shows nothing to any rule.
function isGiven(facts: Facts, kind: EvidenceKind): boolean {
  switch (kind) {
    case 'sbom':
      return facts.sboms.length > 0;
    case 'provenance':
      return facts.provenances.length > 0;
    case 'checksums':
      return facts.checksums.length > 0;
    case 'scan':
      // An SBOM may carry findings of its own.
      return facts.scans.length > 0 || facts.findings.length > 0;
    default:
      return facts.evidence.some(entry => entry.kind === kind);
  }
}

const READABLE: EvidenceKind[] = ['sbom', 'provenance', 'checksums', 'scan'];

function hasUnread(facts: Facts, kind: EvidenceKind): boolean {
  return (
    READABLE.includes(kind) &&
    facts.evidence.some(
      entry => entry.kind === kind && entry.valid === 'not-checked',
    )
  );
}

function whyNot(facts: Facts, missing: EvidenceKind[]): string {
  return missing
    .map(kind =>
      hasUnread(facts, kind)
        ? `the ${kind} is in a format that is not read yet`
        : `no ${kind} was given`,
    )
    .join(', ');
}

function notJudged(rule: RuleDescription, reason: string): RuleResult {
  return {
    ...rule,
    status: 'not-judged',
    reason,
    hits: [],
    hitCount: 0,
    willFail: false,
  };
}

function judged(
  rule: RuleDescription,
  { count, hits }: Answers[string],
  now: number,
): RuleResult {
  const isHit = count > 0;
  const inForce =
    !rule.effectiveOn || Date.parse(rule.effectiveOn) <= now * 1000;
  const denies = rule.level === 'deny' && inForce;
  const hitStatus = denies ? 'violation' : 'warning';
  return {
    ...rule,
    status: isHit ? hitStatus : 'passed',
    hits,
    hitCount: count,
    willFail: isHit && rule.level === 'deny' && !inForce,
  };
}

// In Rego an undefined expression is silent. A rule that gives no answer must not
// look like one that found nothing.
function answerOf(rule: RuleDescription, answers: Answers): Answers[string] {
  const answer = answers?.[rule.code];
  if (
    !answer ||
    !Number.isInteger(answer.count) ||
    !Array.isArray(answer.hits) ||
    answer.hits.length > answer.count
  ) {
    throw new PolicyError('engine', `rule ${rule.code} gave no answer`);
  }
  return answer;
}

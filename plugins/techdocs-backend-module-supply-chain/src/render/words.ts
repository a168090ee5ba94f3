import {
  DecisionSummary,
  Evidence,
  Posture,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { count } from './elements';

const KINDS: Record<string, string> = {
  sbom: 'SBOM',
  provenance: 'Provenance',
  vex: 'VEX',
  scan: 'Scan',
  checksums: 'Checksums',
  scorecard: 'Scorecard',
  analysis: 'Analysis',
  vsa: 'VSA',
  attestation: 'Attestation',
  signature: 'Signature',
  other: 'Other',
};

const STATES: Record<Posture['state'], string> = {
  'can-ship': 'Can ship',
  'cannot-ship': 'Cannot ship',
  'would-not-ship': 'Would not ship (observing only)',
  'out-of-date': 'Out of date',
  'not-known': 'Not known yet',
  'could-not-judge': 'Could not judge',
  'not-in-scope': 'Not in scope',
};

const VERDICTS = {
  passed: 'Passed',
  failed: 'Failed',
  incomplete: 'Incomplete',
  error: 'Could not judge',
} as const;

/** A kind of evidence as pages name it. */
export function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** The word for an entity's newest release. */
export function stateName(state: Posture['state']): string {
  return STATES[state];
}

/** A verdict as pages name it. */
export function verdictName(verdict: keyof typeof VERDICTS): string {
  return VERDICTS[verdict];
}

/** `9 rules pass, 2 fail, 1 warns, 3 were not judged`. */
export function countsWords({ counts }: DecisionSummary): string {
  const { passed, violations, warnings, notJudged } = counts;
  const parts = [
    `${count(passed, 'rule')} ${passed === 1 ? 'passes' : 'pass'}`,
    violations && `${violations} ${violations === 1 ? 'fails' : 'fail'}`,
    warnings && `${warnings} ${warnings === 1 ? 'warns' : 'warn'}`,
    notJudged && `${notJudged} ${notJudged === 1 ? 'was' : 'were'} not judged`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** What is known of who signed. */
export function signatureWords({ facts }: Evidence): string {
  const { state, by, reason } = facts.signature;
  const words = {
    none: 'not signed',
    unchecked: 'signed, not checked',
    failed: 'signature does not hold',
    verified: by ? `verified: ${by}` : 'verified',
  }[state];
  return state !== 'verified' && reason ? `${words} (${reason})` : words;
}

/** Whether it counts. */
export function standing(piece: Evidence): string {
  if (piece.withdrawn) return 'withdrawn';
  return piece.current ? 'counts' : 'replaced';
}

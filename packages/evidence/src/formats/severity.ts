import type { Severity } from '../model/Finding';

const WORDS: { [word: string]: Severity } = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  negligible: 'low',
  info: 'none',
  none: 'none',
};

/** Our word for a source's severity; what is not said is unknown, not none. @internal */
export function severityOf(word: string | undefined, score?: number): Severity {
  const key = word?.toLowerCase() ?? '';
  if (Object.hasOwn(WORDS, key)) return WORDS[key];
  if (score === undefined) return 'unknown';
  // CVSS v3.1, section 5: qualitative severity rating scale.
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}

/** A score between 0 and 10, else nothing. @internal */
export function cvssScore(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 10
    ? value
    : undefined;
}

/** Only addresses that a browser may open. @internal */
export function webUrl(text: string | undefined): string | undefined {
  return text && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined;
}

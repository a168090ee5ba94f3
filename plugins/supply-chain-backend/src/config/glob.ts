import { matchesGlob as matchesExactGlob } from '@hotpass/supply-chain-evidence';

/** A glob of `*` and `?`, compared without case, as entity refs are. */
export function matchesGlob(pattern: string, text: string): boolean {
  return matchesExactGlob(pattern.toLowerCase(), text.toLowerCase());
}

/** Whether there is no wildcard in it. */
export function isLiteral(pattern: string): boolean {
  return !pattern.includes('*') && !pattern.includes('?');
}

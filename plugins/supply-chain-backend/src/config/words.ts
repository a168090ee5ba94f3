import {
  EVIDENCE_KINDS,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** One of the given words, or an error at start that names them. */
export function oneOf<T extends string>(
  words: readonly T[],
  value: string,
  key: string,
): T {
  const found = words.find(word => word === value);
  if (!found) {
    throw new Error(
      `supplyChain.${key} is '${value}'; it must be one of ${words.join(', ')}`,
    );
  }
  return found;
}

export function readEvidenceKind(value: string, key: string): EvidenceKind {
  return oneOf(EVIDENCE_KINDS, value, key);
}

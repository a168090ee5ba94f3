/** Predicate types of SLSA build provenance. @internal */
export const PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';

const OLDER = [
  'https://slsa.dev/provenance/v0.2',
  'https://slsa.dev/provenance/v0.1',
];

/** @internal */
export function isProvenance(predicateType: string): boolean {
  return predicateType === PROVENANCE_V1 || OLDER.includes(predicateType);
}

import { EvidenceKind } from './types';

/** Every kind of evidence, in the order in which pages list them. @public */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  'sbom',
  'provenance',
  'vex',
  'scan',
  'checksums',
  'scorecard',
  'analysis',
  'vsa',
  'attestation',
  'signature',
  'other',
];

export type * from './ReleaseTrust';
export type * from './SignedAssessment';
export type * from './TrustPolicy';

export type * from './ReleaseTrust';
export type * from './SignedAssessment';
export type * from './TrustPolicy';
export { relateRelease } from './relateRelease';
export { supersedes } from './supersedes';
export type { Standing } from './supersedes';

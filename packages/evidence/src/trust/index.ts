export type * from './ReleaseTrust';
export type {
  LineFit,
  ReceiptNeeded,
  SignedAssessment,
  SignedContent,
} from './SignedAssessment';
export type * from './TrustPolicy';
export {
  readTrustPolicy,
  TRUST_POLICY_SCHEMA,
  trustPolicyDigest,
} from './readTrustPolicy';
export type { LoadedTrustPolicy } from './readTrustPolicy';
export { TrustPolicyError } from './TrustPolicyError';
export type { TrustPolicyProblem } from './TrustPolicyError';
export { assessSigned } from './assessSigned';
export type { AssessOptions } from './assessSigned';
export { relateRelease } from './relateRelease';
export { timeToCome } from './trustedTimes';
export { chooseCurrent, currentWithin } from './chooseCurrent';
export type { PlacedDocument } from './chooseCurrent';
export { denies } from './denies';
export { supersedes } from './supersedes';
export type { Standing } from './supersedes';
export { assessDetached } from './assessDetached';
export type { DetachedSignature } from './assessDetached';

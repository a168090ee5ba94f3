export { DefaultEvidenceAccess } from './DefaultEvidenceAccess';
export type {
  EvidenceAccess,
  EvidenceAction,
  GrantedEntity,
  GrantedList,
  ServiceGrants,
  SubmissionVerdict,
} from './types';

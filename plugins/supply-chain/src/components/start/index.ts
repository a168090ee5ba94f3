export { NothingSent } from './NothingSent';
export { SendEvidenceButton } from './SendEvidenceButton';

export { looksLikeChecksums } from './looksLikeChecksums';
export { readChecksums } from './readChecksums';

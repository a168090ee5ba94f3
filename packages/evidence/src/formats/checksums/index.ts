export { decodeText } from './decodeText';
export { parseChecksumLine } from './parseChecksumLine';
export { readChecksums } from './readChecksums';

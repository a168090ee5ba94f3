export * from './types';
export { readKey } from './readKey';
export type { VerifyKey } from './readKey';
export { readTrustedRoot } from './readTrustedRoot';
export type { SigstoreRoot } from './readTrustedRoot';
export { verifySigned } from './verifySigned';
export type { VerifyOptions } from './VerifyOptions';

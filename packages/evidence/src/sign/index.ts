export { readSigningKey, signBundle } from './signBundle';
export type { SignedBundle, SigningKey } from './signBundle';

export { toBundle, toSignable } from './bundle';
export type { Signable, SignedBundle } from './bundle';
export { readSigningKey } from './readSigningKey';
export type { SigningKey } from './readSigningKey';
export { keyMaterial, signBundle } from './signBundle';

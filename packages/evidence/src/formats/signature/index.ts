export { splitSignature } from './splitSignature';
export type { SignatureParts } from './splitSignature';
export { armourOf } from './armour';
export { fileOfBundle } from './fileOfBundle';

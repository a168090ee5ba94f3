export * from './model';
export type * from './facts/FactDocument';
export { FACTS_SCHEMA } from './facts/FactDocument';
export type * from './facts/DocumentFragment';
export type * from './facts/assembleFacts.types';
export type * from './policy/types';
export type * from './policy/Policy.types';
export type * from './worker/types';

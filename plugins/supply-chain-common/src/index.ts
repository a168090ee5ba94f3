/**
 * Types, permissions, annotations and the client of the supply-chain plugin.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './companion';
export * from './evidenceKinds';
export * from './pages';
export * from './permissions';
export * from './signals';
export type * from './types';
export * from './client';
export * from './docs';

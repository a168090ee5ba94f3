export * from './purl';

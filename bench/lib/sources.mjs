import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A module of this repository, from its TypeScript source. */
export function source(path) {
  return require(`../../${path}`);
}

export const evidence = () => source('packages/evidence/src/index.ts');
export const backend = path =>
  source(`plugins/supply-chain-backend/src/${path}`);

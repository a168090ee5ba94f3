import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where a running portal keeps its token, lock, logs and demo documents. */
export const stateDir = join(root, '.supply-chain');

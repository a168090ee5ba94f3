/* eslint-disable no-restricted-syntax -- both places of this file are looked at */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How a thread of this package is started. @internal */
export interface WorkerEntry {
  path: string;
  execArgv: string[];
}

/**
 * The worker's file: compiled beside this one once the package is built, else the
 * TypeScript source, which needs the transform that development runs with.
 *
 * @internal
 */
export function workerEntry(folder: string = __dirname): WorkerEntry {
  // Built, entries lie at the top of `dist` and this file in `dist/worker`.
  for (const compiled of ['../worker.cjs.js', 'worker.cjs.js']) {
    const path = join(folder, compiled);
    if (existsSync(path)) return { path, execArgv: [] };
  }
  return {
    path: join(folder, 'worker.ts'),
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
  };
}

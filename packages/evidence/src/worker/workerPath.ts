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
export function workerEntry(): WorkerEntry {
  // Built, this file may lie in `dist` itself or in `dist/worker`.
  for (const compiled of ['worker.cjs.js', 'worker/worker.cjs.js']) {
    const path = join(__dirname, compiled);
    if (existsSync(path)) return { path, execArgv: [] };
  }
  return {
    path: join(__dirname, 'worker.ts'),
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
  };
}

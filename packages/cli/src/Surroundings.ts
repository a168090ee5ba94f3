import type { Secrets } from './terminal/Secrets';

/** A stream that text is written to; `columns` only where a person is watching. */
export type TextStream = NodeJS.WritableStream & {
  isTTY?: boolean;
  columns?: number;
};

/** What a command runs in; tests give their own. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  cwd: string;
  stdout: TextStream;
  stderr: TextStream;
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  fetch: typeof fetch;
  /** What no output may show; commands add the tokens that they are given. */
  secrets?: Secrets;
}

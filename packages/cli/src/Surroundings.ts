/** What a command runs in; tests give their own. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  cwd: string;
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  fetch: typeof fetch;
}

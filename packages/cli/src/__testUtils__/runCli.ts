import { Writable } from 'node:stream';
import { ExitCode } from '../ExitCode';
import { run } from '../run';

class Text extends Writable {
  isTTY = false;
  columns?: number;
  text = '';
  _write(chunk: Buffer, _: BufferEncoding, done: () => void) {
    this.text += chunk.toString('utf8');
    done();
  }
}

export interface CliResult {
  exitCode: ExitCode;
  stdout: string;
  stderr: string;
  /** Milliseconds that were slept, without anybody waiting. */
  slept: number[];
}

/** Runs a command line inside this process. */
export async function runCli(
  args: string[],
  options: {
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    /** Runs as on a terminal that is so wide. */
    columns?: number;
    /** Called when the command waits. */
    onSleep?: (ms: number) => void;
  } = {},
): Promise<CliResult> {
  const stdout = new Text();
  const stderr = new Text();
  for (const stream of options.columns ? [stdout, stderr] : []) {
    stream.isTTY = true;
    stream.columns = options.columns;
  }
  const slept: number[] = [];
  const exitCode = await run(args, {
    env: options.env ?? {},
    cwd: options.cwd ?? '/',
    stdout,
    stderr,
    sleep: async ms => {
      slept.push(ms);
      options.onSleep?.(ms);
    },
    fetch: (...input) => fetch(...input),
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text, slept };
}

import { Piscina } from 'piscina';

/*
 * What piscina does not do, and why it matters:
 *
 * - A signal given to it counts from the call, so a burst would time out because of
 *   those in front. Here the clock starts when a thread says that it began.
 * - When a thread is ended, nobody starts another for the tasks in its queue. So its
 *   queue stays empty: the line is here, and only as many tasks as there are threads
 *   are handed over.
 * - A thread that fails before it is ready leaves its task waiting for ever.
 */

/** Loading the code takes a second or two; a thread that needs more does not come up. */
const START_LIMIT_MS = 60_000;

/** What a thread posts when it begins with a task. @internal */
export interface StartedMessage {
  started: number;
}

/** A task as the thread gets it. @internal */
export interface TimedTask<T> {
  id: number;
  task: T;
}

/** A task took longer than it may, and its thread was ended. @internal */
export class TaskTimeout extends Error {
  readonly name = 'TaskTimeout';
}

/** Threads whose tasks are ended when their time is over. @internal */
export class TimedPool<T> {
  readonly #pool: Piscina<TimedTask<T>, unknown>;
  readonly #threads: number;
  readonly #waiting: (() => void)[] = [];
  readonly #begin = new Map<number, () => void>();
  readonly #failToStart = new Map<number, (error: Error) => void>();
  #running = 0;
  #lastId = 0;
  #closed = false;

  constructor(options: {
    filename: string;
    execArgv: string[];
    threads: number;
    workerData: unknown;
  }) {
    this.#threads = options.threads;
    this.#pool = new Piscina({
      filename: options.filename,
      execArgv: options.execArgv,
      workerData: options.workerData,
      minThreads: 0,
      maxThreads: options.threads,
      // Loading the schemas and the policy again costs more than a sleeping thread.
      idleTimeout: 60_000,
      concurrentTasksPerWorker: 1,
    });
    this.#pool.on('message', ({ started }: StartedMessage) =>
      this.#begin.get(started)?.(),
    );
    this.#pool.on('error', (error: Error) => {
      for (const fail of [...this.#failToStart.values()]) fail(error);
    });
  }

  /** @throws TaskTimeout, or what the task threw, or what ended its thread */
  async run(task: T, limitMs: number): Promise<unknown> {
    await this.#turn();
    try {
      if (this.#closed) throw new Error('The threads are closed');
      return await this.#runNow(task, limitMs);
    } finally {
      this.#leave();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool.destroy();
  }

  async #turn(): Promise<void> {
    if (this.#running < this.#threads) {
      this.#running += 1;
      return;
    }
    await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  // The place goes to the next in line, so that nobody comes between.
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }

  async #runNow(task: T, limitMs: number): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const controller = new AbortController();
    let failure: Error | undefined;
    const end = (error: Error) => {
      failure ??= error;
      controller.abort();
    };
    const endIn = (ms: number) =>
      setTimeout(
        () => end(new TaskTimeout(`The task took longer than ${ms} ms`)),
        ms,
      );
    let timer = endIn(START_LIMIT_MS);
    this.#failToStart.set(id, end);
    this.#begin.set(id, () => {
      this.#failToStart.delete(id);
      clearTimeout(timer);
      timer = endIn(limitMs);
    });
    try {
      return await this.#pool.run({ id, task }, { signal: controller.signal });
    } catch (error) {
      throw failure ?? error;
    } finally {
      clearTimeout(timer);
      this.#begin.delete(id);
      this.#failToStart.delete(id);
    }
  }
}

import { wait } from '../../scrub/wait';

/** Keeps deletion to so many in a minute, so that nobody else waits for it. */
export class Pace {
  readonly #perMinute: number;
  readonly #started = performance.now();
  #done = 0;

  constructor(options: { perMinute: number }) {
    this.#perMinute = options.perMinute;
  }

  /** Waits until as many may be done as were. */
  async after(count: number, signal?: AbortSignal): Promise<void> {
    this.#done += count;
    const ms =
      (this.#done / this.#perMinute) * 60_000 -
      (performance.now() - this.#started);
    await wait(ms, signal);
  }
}

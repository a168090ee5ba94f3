import { LRUCache } from 'lru-cache';

/**
 * Keeps what never changes, the latest used. A page asks for one document several
 * times at once: whoever comes while it is read waits for that reading; a failure
 * is not kept.
 */
export class ReadOnce<T extends object> {
  readonly #kept: LRUCache<number, T>;
  readonly #waiting = new Map<number, Promise<T>>();
  readonly #read: (id: number) => Promise<T>;

  constructor(options: {
    maxSize: number;
    sizeOf: (value: T) => number;
    read: (id: number) => Promise<T>;
  }) {
    this.#read = options.read;
    this.#kept = new LRUCache({
      maxSize: options.maxSize,
      sizeCalculation: value => 10 + options.sizeOf(value),
    });
  }

  async get(id: number): Promise<T> {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const waiting = this.#waiting.get(id) ?? this.#start(id);
    return waiting;
  }

  #start(id: number): Promise<T> {
    const reading = this.#read(id)
      .then(value => {
        this.#kept.set(id, value);
        return value;
      })
      .finally(() => this.#waiting.delete(id));
    this.#waiting.set(id, reading);
    return reading;
  }
}

/** Ids with their flags, in any order, to be sorted by id. */
export class SetBuilder {
  // Id and flag in one number, because numbers sort much faster than pairs
  readonly #both: Float64Array;
  #next = 0;

  constructor(size: number) {
    this.#both = new Float64Array(size);
  }

  add(id: number, flag: number): void {
    this.#both[this.#next] = id * 4 + flag;
    this.#next += 1;
  }

  sorted(): { ids: number[]; flags: Uint8Array } {
    const both = this.#both.subarray(0, this.#next).sort();
    const ids = new Array<number>(both.length);
    const flags = new Uint8Array(both.length);
    for (let i = 0; i < both.length; i += 1) {
      ids[i] = Math.floor(both[i] / 4);
      flags[i] = both[i] - ids[i] * 4;
    }
    return { ids, flags };
  }
}

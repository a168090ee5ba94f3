import { decodeString } from './JsonPath';

const FEW = 16;

/**
 * The keys of the objects that are open, to find duplicates in linear time.
 * Few keys are compared by hash one by one; many go into a Set, so that nobody
 * gains by choosing keys whose hashes collide.
 *
 * @internal
 */
export class OpenKeys {
  readonly #bytes: Uint8Array;
  readonly #counts: Uint32Array;
  readonly #hashes: Int32Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #many: (Set<string> | undefined)[];

  constructor(bytes: Uint8Array, maxDepth: number) {
    this.#bytes = bytes;
    this.#counts = new Uint32Array(maxDepth + 1);
    this.#hashes = new Int32Array((maxDepth + 1) * FEW);
    this.#starts = new Uint32Array((maxDepth + 1) * FEW);
    this.#ends = new Uint32Array((maxDepth + 1) * FEW);
    this.#many = new Array(maxDepth + 1);
  }

  open(depth: number): void {
    this.#counts[depth] = 0;
    this.#many[depth] = undefined;
  }

  /** Adds the key between the quotes at `start` and before `end`; tells whether it was there. */
  add(depth: number, start: number, end: number, escaped: boolean): boolean {
    const count = this.#counts[depth];
    this.#counts[depth] = count + 1;
    if (count >= FEW) return this.#addToMany(depth, start, end);
    // The hash of an escaped key is that of its decoded bytes.
    const hash = escaped
      ? hashOf(Buffer.from(this.#text(start, end), 'utf8'))
      : hashOf(this.#bytes, start + 1, end - 1);
    const base = depth * FEW;
    this.#hashes[base + count] = hash;
    this.#starts[base + count] = start;
    this.#ends[base + count] = end;
    for (let i = base; i < base + count; i++) {
      if (
        this.#hashes[i] === hash &&
        this.#text(this.#starts[i], this.#ends[i]) === this.#text(start, end)
      ) {
        return true;
      }
    }
    return false;
  }

  #addToMany(depth: number, start: number, end: number): boolean {
    let many = this.#many[depth];
    if (!many) {
      many = new Set();
      for (let i = depth * FEW; i < (depth + 1) * FEW; i++) {
        many.add(this.#text(this.#starts[i], this.#ends[i]));
      }
      this.#many[depth] = many;
    }
    const key = this.#text(start, end);
    if (many.has(key)) return true;
    many.add(key);
    return false;
  }

  #text(start: number, end: number): string {
    return decodeString(this.#bytes, start, end);
  }
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ bytes[i], 0x01000193);
  }
  return hash;
}

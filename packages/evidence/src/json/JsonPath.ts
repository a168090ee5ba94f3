/**
 * Where a walk is: per open container either the offsets of the current key or
 * the current position. Pointers are only made when somebody needs one.
 *
 * @internal
 */
export class JsonPath {
  readonly #bytes: Uint8Array;
  readonly #isObject: Uint8Array;
  readonly #keyStart: Uint32Array;
  readonly #keyEnd: Uint32Array;
  readonly #item: Uint32Array;
  depth = 0;
  /** Whether the innermost open container is an object. */
  inObject = false;

  constructor(bytes: Uint8Array, maxDepth: number) {
    this.#bytes = bytes;
    this.#isObject = new Uint8Array(maxDepth + 1);
    this.#keyStart = new Uint32Array(maxDepth + 1);
    this.#keyEnd = new Uint32Array(maxDepth + 1);
    this.#item = new Uint32Array(maxDepth + 1);
  }

  open(object: boolean): void {
    this.depth += 1;
    this.inObject = object;
    this.#isObject[this.depth] = object ? 1 : 0;
    this.#keyEnd[this.depth] = 0;
    this.#item[this.depth] = 0;
  }

  close(): void {
    this.depth -= 1;
    this.inObject = this.#isObject[this.depth] === 1;
  }

  setKey(start: number, end: number): void {
    this.#keyStart[this.depth] = start;
    this.#keyEnd[this.depth] = end;
  }

  nextItem(): void {
    this.#item[this.depth] += 1;
  }

  /** The RFC 6901 pointer, cut to 500 characters. */
  pointer(): string {
    let pointer = '';
    for (let level = 1; level <= this.depth; level++) {
      if (!this.#isObject[level]) pointer += `/${this.#item[level]}`;
      else if (this.#keyEnd[level])
        pointer += `/${escapeToken(this.#key(level))}`;
      if (pointer.length > 500) return pointer.slice(0, 500);
    }
    return pointer;
  }

  /** The current key in quotes, cut to 80 characters. */
  lastKeyForPeople(): string {
    return JSON.stringify(this.#key(this.depth).slice(0, 80));
  }

  #key(level: number): string {
    return decodeString(
      this.#bytes,
      this.#keyStart[level],
      this.#keyEnd[level],
    );
  }
}

/** The text of the JSON string whose quotes are at `start` and before `end`. @internal */
export function decodeString(
  bytes: Uint8Array,
  start: number,
  end: number,
): string {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString(
      'utf8',
    ),
  );
}

/** RFC 6901 section 3. @internal */
export function escapeToken(token: string): string {
  return token.replace(/~/g, '~0').replace(/\//g, '~1');
}

import { decodeString, escapeToken } from './JsonPath';

/** Line and column, both 1-based. @internal */
export interface Place {
  line: number;
  column: number;
}

/** What is looked for below one value. */
interface Wanted {
  pointer?: string;
  below: Map<string, Wanted>;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Goes only into what is wanted, so that its depth is that of the pointers. */
class Finder {
  readonly #bytes: Uint8Array;
  readonly #offsets = new Map<string, number>();
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  find(root: Wanted): Map<string, number> {
    const hasBom = this.#bytes[0] === 0xef;
    this.#at = hasBom ? 3 : 0;
    this.#visit(root);
    return this.#offsets;
  }

  #visit(wanted: Wanted | undefined): void {
    this.#skipSpace();
    if (wanted?.pointer !== undefined) {
      this.#offsets.set(wanted.pointer, this.#at);
    }
    const first = this.#bytes[this.#at];
    if (!wanted?.below.size || (first !== 0x7b && first !== 0x5b)) {
      this.#skipValue();
      return;
    }
    this.#at += 1;
    for (let item = 0; !this.#closes(); item += 1) {
      const token = first === 0x7b ? this.#key() : String(item);
      this.#visit(wanted.below.get(token));
    }
  }

  /** Behind an opening bracket or a value: whether the container ends here. */
  #closes(): boolean {
    this.#skipSpace();
    const byte = this.#bytes[this.#at];
    // The end of the bytes is no JSON, but must not be waited for either
    if (byte !== 0x7d && byte !== 0x5d && byte !== undefined) {
      if (byte === 0x2c) this.#at += 1;
      this.#skipSpace();
      return false;
    }
    this.#at += 1;
    return true;
  }

  #key(): string {
    const start = this.#at;
    this.#skipString();
    const key = decodeString(this.#bytes, start, this.#at);
    this.#skipSpace();
    this.#at += 1;
    return escapeToken(key);
  }

  #skipValue(): void {
    let depth = 0;
    do {
      const byte = this.#bytes[this.#at];
      if (byte === QUOTE) {
        this.#skipString();
      } else {
        if (byte === 0x7b || byte === 0x5b) depth += 1;
        else if (byte === 0x7d || byte === 0x5d) depth -= 1;
        this.#at += 1;
      }
    } while (this.#at < this.#bytes.length && (depth > 0 || this.#inWord()));
  }

  /** Within a number, `true`, `false` or `null`. */
  #inWord(): boolean {
    const before = this.#bytes[this.#at - 1];
    if (before === QUOTE || before === 0x7d || before === 0x5d) return false;
    const byte = this.#bytes[this.#at];
    return byte !== 0x2c && byte !== 0x7d && byte !== 0x5d && byte > 0x20;
  }

  #skipString(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    while (at < bytes.length && bytes[at] !== QUOTE) {
      at += bytes[at] === BACKSLASH ? 2 : 1;
    }
    this.#at = at + 1;
  }

  #skipSpace(): void {
    while (this.#bytes[this.#at] <= 0x20) this.#at += 1;
  }
}

/**
 * Where the values of RFC 6901 pointers begin. The bytes must be JSON that parses; of
 * a key that occurs twice the last one counts, as for the parser. A pointer that
 * leads nowhere, or was cut, has no place.
 *
 * @internal
 */
export function locate(
  bytes: Uint8Array,
  pointers: Iterable<string>,
): Map<string, Place> {
  const offsets = new Finder(bytes).find(wantedOf(pointers));
  const places = new Map<string, Place>();
  let line = 1;
  let lineStart = 0;
  const ordered = [...offsets].sort(([, one], [, other]) => one - other);
  for (const [pointer, offset] of ordered) {
    for (
      let newline = bytes.indexOf(0x0a, lineStart);
      newline !== -1 && newline < offset;
      newline = bytes.indexOf(0x0a, lineStart)
    ) {
      line += 1;
      lineStart = newline + 1;
    }
    const before = Buffer.from(bytes.subarray(lineStart, offset));
    places.set(pointer, { line, column: before.toString('utf8').length + 1 });
  }
  return places;
}

function wantedOf(pointers: Iterable<string>): Wanted {
  const root: Wanted = { below: new Map() };
  for (const pointer of pointers) {
    let at = root;
    for (const token of pointer.split('/').slice(1)) {
      let next = at.below.get(token);
      if (!next) {
        next = { below: new Map() };
        at.below.set(token, next);
      }
      at = next;
    }
    at.pointer = pointer;
  }
  return root;
}

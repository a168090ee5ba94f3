/*
 * The guard in front of JSON.parse.
 *
 * JSON.parse accepts five million levels of nesting, keeps the last of two equal
 * keys without a word, and turns 48 MB of `[{},{},…]` into a gigabyte of heap; and
 * a thread that runs out of heap takes the whole process with it. So the bytes are
 * walked once before: strictly by RFC 8259, in linear time, with constant memory
 * beside the keys of the objects that are open. What the walk refuses is never
 * parsed; what it finds ambiguous is left to the caller, who knows whether the
 * document is signed.
 */
import { Defect } from '../model/Defect';
import { EvidenceError, EvidenceErrorCode } from '../model/EvidenceError';
import type { ReadLimits } from '../worker/types';
import { JsonPath } from './JsonPath';
import { OpenKeys } from './OpenKeys';
import { placeOf } from './place';
import { scanNumber } from './scanNumber';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MAX_AMBIGUITIES = 100;

/** What the walk over a JSON text told. @internal */
export interface JsonScan {
  /** Offset behind the first value. */
  end: number;
  /** Values of any kind, containers included. */
  nodes: number;
  /** Whether a string has the escape `\u0000`. */
  hasNul: boolean;
  /** Duplicate keys, lone surrogates and data behind the value; at most 100. */
  ambiguities: Defect[];
  ambiguityCount: number;
  /** Offset of the first byte behind the value that is not white space. */
  trailingAt?: number;
}

class JsonScanner {
  readonly #bytes: Uint8Array;
  readonly #limits: ReadLimits;
  readonly #path: JsonPath;
  readonly #keys: OpenKeys;
  readonly #ambiguities: Defect[] = [];
  #ambiguityCount = 0;
  #at = 0;
  #nodes = 0;
  #hasNul = false;

  constructor(bytes: Uint8Array, limits: ReadLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#path = new JsonPath(bytes, limits.maxDepth);
    this.#keys = new OpenKeys(bytes, limits.maxDepth);
  }

  scan(): JsonScan {
    this.#skipSpace();
    this.#scanTree();
    const end = this.#at;
    this.#skipSpace();
    const trailingAt = this.#at < this.#bytes.length ? this.#at : undefined;
    if (trailingAt !== undefined) {
      this.#ambiguous(
        'trailing-data',
        'There is data behind the end of the document.',
        trailingAt,
      );
    }
    return {
      end,
      nodes: this.#nodes,
      hasNul: this.#hasNul,
      ambiguities: this.#ambiguities,
      ambiguityCount: this.#ambiguityCount,
      trailingAt,
    };
  }

  /** One loop instead of recursion: depth costs no stack. */
  #scanTree(): void {
    const bytes = this.#bytes;
    const path = this.#path;
    do {
      // Here a value is due.
      this.#nodes += 1;
      if (this.#nodes > this.#limits.maxNodes) {
        throw this.#fault(
          'too-many-nodes',
          `The document has more than ${this.#limits.maxNodes} values.`,
          'Split the document into parts.',
        );
      }
      const first = bytes[this.#at];
      if (first === 0x7b || first === 0x5b) {
        this.#open(first === 0x7b);
        if (!this.#closesAtOnce(first === 0x7b ? 0x7d : 0x5d)) {
          if (path.inObject) this.#scanKey();
          continue;
        }
      } else {
        this.#scanScalar(first);
      }
      this.#nextOrClose();
    } while (path.depth > 0);
  }

  #open(object: boolean): void {
    if (this.#path.depth >= this.#limits.maxDepth) {
      throw this.#fault(
        'too-deep',
        `The document is nested deeper than ${this.#limits.maxDepth} levels.`,
        'Flatten the document; no real evidence is nested this deep.',
      );
    }
    this.#path.open(object);
    if (object) this.#keys.open(this.#path.depth);
    this.#at += 1;
    this.#skipSpace();
  }

  #closesAtOnce(close: number): boolean {
    if (this.#bytes[this.#at] !== close) return false;
    this.#at += 1;
    this.#path.close();
    return true;
  }

  /** Behind a value: a comma leads to the next value, a bracket closes. */
  #nextOrClose(): void {
    const bytes = this.#bytes;
    const path = this.#path;
    while (path.depth > 0) {
      this.#skipSpace();
      const byte = bytes[this.#at];
      if (byte === 0x2c) {
        this.#at += 1;
        this.#skipSpace();
        if (path.inObject) this.#scanKey();
        else path.nextItem();
        return;
      }
      if (byte !== (path.inObject ? 0x7d : 0x5d)) {
        throw this.#unexpected(`"," or "${path.inObject ? '}' : ']'}"`);
      }
      this.#at += 1;
      path.close();
    }
  }

  #scanKey(): void {
    if (this.#bytes[this.#at] !== QUOTE) throw this.#unexpected('a key');
    const start = this.#at;
    const escaped = this.#scanString();
    const depth = this.#path.depth;
    const duplicate = this.#keys.add(depth, start, this.#at, escaped);
    this.#path.setKey(start, this.#at);
    if (duplicate) {
      this.#ambiguous(
        'duplicate-key',
        `The key ${this.#path.lastKeyForPeople()} occurs more than once in its object; readers differ in which one counts.`,
        start,
      );
    }
    this.#skipSpace();
    if (this.#bytes[this.#at] !== 0x3a) throw this.#unexpected('":"');
    this.#at += 1;
    this.#skipSpace();
  }

  #scanScalar(first: number | undefined): void {
    if (first === QUOTE) this.#scanString();
    else if (first === 0x74) this.#scanWord('true');
    else if (first === 0x66) this.#scanWord('false');
    else if (first === 0x6e) this.#scanWord('null');
    else {
      const end = scanNumber(this.#bytes, this.#at);
      if (end === -1) throw this.#unexpected('a value');
      this.#at = end;
    }
  }

  #scanWord(word: string): void {
    for (let i = 0; i < word.length; i++) {
      if (this.#bytes[this.#at + i] !== word.charCodeAt(i)) {
        throw this.#unexpected('a value');
      }
    }
    this.#at += word.length;
  }

  /** Returns whether the string has escapes. */
  #scanString(): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start + 1;
    let escaped = false;
    for (;;) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        escaped = true;
        at = this.#scanEscape(at);
      } else if (byte === undefined) {
        this.#at = at;
        throw this.#fault('invalid-json', 'The document ends within a string.');
      } else if (byte < 0x20) {
        this.#at = at;
        throw this.#fault(
          'invalid-json',
          'A string has a control character that must be escaped.',
        );
      } else {
        at += 1;
      }
    }
    this.#at = at + 1;
    if (at - start - 1 > this.#limits.maxStringBytes) {
      this.#at = start;
      throw this.#fault(
        'string-too-long',
        `A string is longer than ${this.#limits.maxStringBytes} bytes.`,
        'Leave embedded files out of the document.',
      );
    }
    return escaped;
  }

  #scanEscape(at: number): number {
    const kind = this.#bytes[at + 1];
    if (kind === 0x75) return this.#scanUnicodeEscape(at);
    // " \ / b f n r t
    if (
      kind === QUOTE ||
      kind === BACKSLASH ||
      kind === 0x2f ||
      kind === 0x62 ||
      kind === 0x66 ||
      kind === 0x6e ||
      kind === 0x72 ||
      kind === 0x74
    ) {
      return at + 2;
    }
    this.#at = at;
    throw this.#fault('invalid-json', 'A string has an unknown escape.');
  }

  #scanUnicodeEscape(at: number): number {
    const unit = this.#hex4(at + 2);
    if (unit === 0) this.#hasNul = true;
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    const pairFollows =
      unit < 0xdc00 &&
      this.#bytes[at + 6] === BACKSLASH &&
      this.#bytes[at + 7] === 0x75;
    if (pairFollows) {
      const low = this.#hex4(at + 8);
      if (low >= 0xdc00 && low <= 0xdfff) return at + 12;
    }
    this.#ambiguous(
      'lone-surrogate',
      'A string has half of a surrogate pair; it stands for no character.',
      at,
    );
    return at + 6;
  }

  #hex4(at: number): number {
    let value = 0;
    for (let i = at; i < at + 4; i++) {
      const digit = hexDigit(this.#bytes[i]);
      if (digit === -1) {
        this.#at = i;
        throw this.#fault(
          'invalid-json',
          'A \\u escape needs four hex digits.',
        );
      }
      value = value * 16 + digit;
    }
    return value;
  }

  #skipSpace(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    let byte = bytes[at];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      at += 1;
      byte = bytes[at];
    }
    this.#at = at;
  }

  #ambiguous(code: string, message: string, offset: number): void {
    this.#ambiguityCount += 1;
    if (this.#ambiguities.length >= MAX_AMBIGUITIES) return;
    this.#ambiguities.push({
      code,
      message,
      pointer: this.#path.pointer(),
      ...placeOf(this.#bytes, offset),
      level: 'error',
    });
  }

  #unexpected(wanted: string): EvidenceError {
    return this.#at >= this.#bytes.length
      ? this.#fault('invalid-json', `The document ends where ${wanted} is due.`)
      : this.#fault('invalid-json', `Expected ${wanted} here.`);
  }

  #fault(
    code: EvidenceErrorCode,
    message: string,
    remedy = 'Send the file as the tool wrote it; it may be cut off or edited.',
  ): EvidenceError {
    return new EvidenceError(code, message, {
      pointer: this.#path.pointer(),
      ...placeOf(this.#bytes, this.#at),
      remedy,
    });
  }
}

/**
 * Walks the first JSON value of `bytes`. The bytes must be valid UTF-8.
 *
 * @throws EvidenceError with the line, column and pointer of the fault
 * @internal
 */
export function scanJson(bytes: Uint8Array, limits: ReadLimits): JsonScan {
  return new JsonScanner(bytes, limits).scan();
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

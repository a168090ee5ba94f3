import { listedException, listedLicence } from './spdxLists';

/** An SPDX licence expression as a tree; `and` and `or` have two or more parts. @public */
export type LicenceNode =
  | { kind: 'licence'; id: string; known: boolean }
  | { kind: 'and' | 'or'; parts: LicenceNode[] };

const MAX_LENGTH = 16_384;
const MAX_DEPTH = 64;
const TOKEN = /\s*(?:([()])|([A-Za-z0-9.+:-]+))/y;
const WORD = /^[A-Za-z0-9.-]+\+?$/;
const REFERENCE = /^(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION = /^(DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const OPERATORS = new Set(['AND', 'OR', 'WITH']);

class ExpressionReader {
  readonly #tokens: string[];
  #at = 0;

  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  // AND binds stronger than OR: annex D.4.
  readChoice(depth: number): LicenceNode | undefined {
    return this.#readChain('OR', 'or', () =>
      this.#readChain('AND', 'and', () => this.#readTerm(depth)),
    );
  }

  #readChain(
    operator: string,
    kind: 'and' | 'or',
    readPart: () => LicenceNode | undefined,
  ): LicenceNode | undefined {
    const parts: LicenceNode[] = [];
    do {
      const part = readPart();
      if (!part) {
        return undefined;
      }
      parts.push(part);
    } while (this.#take(operator));
    return parts.length === 1 ? parts[0] : { kind, parts };
  }

  #readTerm(depth: number): LicenceNode | undefined {
    if (this.#take('(')) {
      const inner = depth < MAX_DEPTH ? this.readChoice(depth + 1) : undefined;
      return inner && this.#take(')') ? inner : undefined;
    }
    const licence = this.#readWord(readLicence);
    if (!licence || !this.#take('WITH')) {
      return licence;
    }
    const addition = this.#readWord(readAddition);
    return (
      addition && {
        kind: 'licence',
        id: `${licence.id} WITH ${addition.id}`,
        known: licence.known && addition.known,
      }
    );
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) {
      return false;
    }
    this.#at += 1;
    return true;
  }

  #readWord(read: (word: string) => Leaf | undefined): Leaf | undefined {
    const word = this.#tokens[this.#at];
    if (word === undefined || OPERATORS.has(word) || /[()]/.test(word)) {
      return undefined;
    }
    this.#at += 1;
    return read(word);
  }
}

/**
 * Reads an SPDX licence expression; `undefined` for text that is not one. Ids match
 * without regard to case, operators must be in capitals: `MIT or Apache` is prose,
 * and what an author may have meant is never guessed. An id that is not on the SPDX
 * list stays in the tree, as unknown. Runs in linear time, at most 64 brackets deep.
 *
 * Source: SPDX 2.3, annex D.
 *
 * @public
 */
export function parseLicenceExpression(text: string): LicenceNode | undefined {
  const tokens = text.length > MAX_LENGTH ? undefined : tokenise(text);
  if (!tokens) {
    return undefined;
  }
  const reader = new ExpressionReader(tokens);
  const node = reader.readChoice(0);
  return reader.atEnd() ? node : undefined;
}

function tokenise(text: string): string[] | undefined {
  const tokens: string[] = [];
  const source = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (!match) {
      return undefined;
    }
    tokens.push(match[1] ?? match[2]);
  }
  return tokens;
}

type Leaf = Extract<LicenceNode, { kind: 'licence' }>;

function readLicence(word: string): Leaf | undefined {
  // Some deprecated ids, such as `GPL-2.0+`, carry the plus in the list itself.
  const listed = listedLicence(word);
  if (listed) {
    return { kind: 'licence', id: listed, known: true };
  }
  if (!WORD.test(word) && !REFERENCE.test(word)) {
    return undefined;
  }
  if (word.endsWith('+')) {
    const base = listedLicence(word.slice(0, -1));
    return { kind: 'licence', id: base ? `${base}+` : word, known: !!base };
  }
  return { kind: 'licence', id: word, known: false };
}

function readAddition(word: string): Leaf | undefined {
  const listed = listedException(word);
  if (listed) {
    return { kind: 'licence', id: listed, known: true };
  }
  return WORD.test(word) || ADDITION.test(word)
    ? { kind: 'licence', id: word, known: false }
    : undefined;
}

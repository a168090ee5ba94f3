import { printParseErrorCode, visit } from 'jsonc-parser';

/**
 * What would have had to stand where a text stops being JSON; `symbol`: no bare word,
 * `depth`: nothing that is nested any deeper.
 */
export type JsonWanted =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma'
  | 'text'
  | 'end'
  | 'symbol'
  | 'depth';

/** Where a text stops being JSON; line and column count from 1. */
export interface JsonFault {
  wanted: JsonWanted;
  line: number;
  column: number;
}

/** By the name of the parser's error. */
const WANTED: Record<string, JsonWanted> = {
  InvalidSymbol: 'symbol',
  PropertyNameExpected: 'name',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'comma',
  CloseBracketExpected: 'comma',
  EndOfFileExpected: 'end',
  UnexpectedEndOfString: 'text',
  InvalidUnicode: 'text',
  InvalidEscapeCharacter: 'text',
  InvalidCharacter: 'text',
};

/** Claims are hardly nested at all; both parsers would run out of stack long after this. */
const MAX_DEPTH = 64;

class TooDeepError extends Error {}

/**
 * Finds the first fault of a text that should be JSON. Browsers word their errors
 * differently, leave the place out of some, and quote the text, which may hold a token.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  let fault: JsonFault | undefined;
  let depth = 0;
  const note = (wanted: JsonWanted, line: number, column: number) => {
    fault ??= { wanted, line: line + 1, column: column + 1 };
  };
  const open = (...[, , line, column]: [number, number, number, number]) => {
    depth += 1;
    if (depth <= MAX_DEPTH) return;
    note('depth', line, column);
    throw new TooDeepError();
  };
  const close = () => {
    depth -= 1;
  };
  try {
    visit(
      text,
      {
        onObjectBegin: open,
        onArrayBegin: open,
        onObjectEnd: close,
        onArrayEnd: close,
        onError: (code, _offset, _length, line, column) =>
          note(WANTED[printParseErrorCode(code)] ?? 'value', line, column),
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
  }
  return fault;
}

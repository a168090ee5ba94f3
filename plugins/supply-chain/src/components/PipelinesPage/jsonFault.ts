import { printParseErrorCode, visit } from 'jsonc-parser';

/** What would have had to stand where a text stops being JSON; `symbol`: no bare word. */
export type JsonWanted =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma'
  | 'text'
  | 'end'
  | 'symbol';

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

/**
 * Finds the first fault of a text that `JSON.parse` has refused. Browsers word their
 * errors differently, leave the place out of some, and quote the text, which may hold
 * a token.
 */
export function findJsonFault(text: string): JsonFault {
  let fault: JsonFault | undefined;
  visit(
    text,
    {
      onError: (code, _offset, _length, line, column) => {
        fault ??= {
          wanted: WANTED[printParseErrorCode(code)] ?? 'value',
          line: line + 1,
          column: column + 1,
        };
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return fault ?? { wanted: 'value', line: 1, column: 1 };
}

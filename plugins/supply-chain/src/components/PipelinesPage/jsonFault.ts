import { ParseErrorCode, visit } from 'jsonc-parser';

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

const WANTED: Partial<Record<ParseErrorCode, JsonWanted>> = {
  [ParseErrorCode.InvalidSymbol]: 'symbol',
  [ParseErrorCode.PropertyNameExpected]: 'name',
  [ParseErrorCode.ColonExpected]: 'colon',
  [ParseErrorCode.CommaExpected]: 'comma',
  [ParseErrorCode.CloseBraceExpected]: 'comma',
  [ParseErrorCode.CloseBracketExpected]: 'comma',
  [ParseErrorCode.EndOfFileExpected]: 'end',
  [ParseErrorCode.UnexpectedEndOfString]: 'text',
  [ParseErrorCode.InvalidUnicode]: 'text',
  [ParseErrorCode.InvalidEscapeCharacter]: 'text',
  [ParseErrorCode.InvalidCharacter]: 'text',
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
          wanted: WANTED[code] ?? 'value',
          line: line + 1,
          column: column + 1,
        };
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return fault ?? { wanted: 'value', line: 1, column: 1 };
}

/** What would have had to stand where a text stops being JSON. */
export type JsonWanted = 'value' | 'name' | 'colon' | 'comma' | 'text' | 'end';

/** Where a text stops being JSON; line and column count from 1. */
export interface JsonFault {
  wanted: JsonWanted;
  line: number;
  column: number;
}

const SPACE = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const TEXT_SO_FAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const SCALAR =
  /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/**
 * Finds the first fault of a text that `JSON.parse` has refused. Browsers word their
 * errors differently, leave the place out of some, and quote the text, which may hold
 * a token.
 */
export function findJsonFault(text: string): JsonFault {
  const closers: string[] = [];
  let at = 0;
  let wanted: JsonWanted = 'value';
  let mayClose = false;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    take(SPACE);
    const next = text[at];
    const closes = (mayClose || wanted === 'comma') && next === closers.at(-1);
    mayClose = false;
    if (next !== undefined && closes) {
      at += 1;
      closers.pop();
      wanted = closers.length ? 'comma' : 'end';
    } else if (wanted === 'value' && (next === '{' || next === '[')) {
      at += 1;
      closers.push(next === '{' ? '}' : ']');
      wanted = next === '{' ? 'name' : 'value';
      mayClose = true;
    } else if (wanted === 'value' && (take(TEXT) || take(SCALAR))) {
      wanted = closers.length ? 'comma' : 'end';
    } else if (wanted === 'name' && take(TEXT)) {
      wanted = 'colon';
    } else if (wanted === 'colon' && next === ':') {
      at += 1;
      wanted = 'value';
    } else if (wanted === 'comma' && next === ',') {
      at += 1;
      wanted = closers.at(-1) === '}' ? 'name' : 'value';
    } else {
      if ((wanted === 'value' || wanted === 'name') && take(TEXT_SO_FAR)) {
        wanted = 'text';
      }
      return { wanted, ...placeOf(text, at) };
    }
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

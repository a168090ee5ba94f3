import { escapeJson, escapeTerminal } from './escapeTerminal';

describe('escapeTerminal', () => {
  it.each([
    ['colour', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a C1 control', '\u009b31m', '\\u{9b}31m'],
    ['a new line', 'a\nb\rc', 'a\\u{a}b\\u{d}c'],
    ['bidi', 'a\u202eb\u2066c\u200f', 'a\\u{202e}b\\u{2066}c\\u{200f}'],
    ['invisible tags', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['ordinary text', 'Grüße, 東京 🙂 — ✔', 'Grüße, 東京 🙂 — ✔'],
  ])('%s', (_, text, expected) => {
    expect(escapeTerminal(text)).toBe(expected);
  });

  it('keeps JSON the same value and makes it inert', () => {
    const value = { a: 'x\u001b\u009b\u202e\u{e0041}\ud800🙂', b: ['\n'] };
    const json = escapeJson(JSON.stringify(value, null, 2));
    expect(JSON.parse(json)).toEqual(value);
    for (const active of ['\u001b', '\u009b', '\u202e', '\u{e0041}']) {
      expect(json).not.toContain(active);
    }
  });
});

import fc from 'fast-check';
import { isHex, isLowerHex } from './hex';

const digits = (alphabet: string) =>
  fc.string({
    unit: fc.constantFrom(...alphabet),
    minLength: 1,
    maxLength: 1200,
  });

describe('isHex', () => {
  it('is the regular expression, for digits and for anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          digits('0123456789abcdef'),
          digits('0123456789abcdefABCDEF'),
          digits('0a Fg\u0130\u0661'),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          expect(isHex(text)).toBe(/^[0-9a-fA-F]+$/.test(text));
          const isWhole = /^(?:[0-9a-f]{2})+$/.test(text);
          expect(isLowerHex(text)).toBe(isWhole && text.length <= 512);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['\u0130\u0131', 'ab\u0130\u0131', 'abx', '', 'ab c'])(
    'is not taken in by %p, whose low bytes are digits or whose start is',
    text => {
      expect(isHex(text)).toBe(false);
      expect(isLowerHex(text)).toBe(false);
    },
  );
});

import { matchesAnyGlob, matchesGlob } from './matchesGlob';

describe('matchesGlob', () => {
  it.each([
    ['refs/tags/*', 'refs/tags/v1/rc', true],
    ['refs/tags/v?', 'refs/tags/v1', true],
    ['refs/tags/v?', 'refs/tags/v', false],
    ['*/shop', 'a/b/shop', true],
    ['*.test', 'a.tests', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b', false],
    ['a.b', 'axb', false],
    ['Shop', 'shop', false],
    ['', '', true],
    ['*', '', true],
    // Not anchored would mean trusted by whoever ends like this
    ['github.com/acme/*', 'https://github.com/acme/x', false],
  ])('%s and %s: %s', (glob, text, expected) => {
    expect(matchesGlob(glob, text)).toBe(expected);
    expect(matchesAnyGlob(['nothing', glob], text)).toBe(expected);
  });

  it('ends soon whatever the pattern', () => {
    expect(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
  });
});

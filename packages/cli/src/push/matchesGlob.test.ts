import { matchesGlob } from './matchesGlob';

it.each([
  ['dist/sbom/*', 'dist/sbom/a.json', true],
  ['dist/sbom/*', 'dist/sbom/a/b.json', false],
  ['./dist/*.json', 'dist/a.json', true],
  ['**/sbom/*.json', 'sbom/a.json', true],
  ['**/sbom/*.json', 'x/y/sbom/a.json', true],
  ['a/**', 'a/b/c', true],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/c', false],
  ['?.txt', 'ab.txt', false],
  ['*a*b', 'xaxxbxb', true],
  ['*', '.hidden', false],
  ['.*', '.hidden', true],
  ['**/x', '.git/x', false],
  ['a.b', 'aXb', false],
])('%s and %s: %s', (glob, path, expected) => {
  expect(matchesGlob(glob, path)).toBe(expected);
});

import fc from 'fast-check';
import { canonicalPurl } from './canonicalPurl';
import { formatPurl, packageKeyOf, parsePurl } from './purl';

/** By way of the parts, for every text. */
function viaParts(text: string) {
  const parsed = parsePurl(text);
  return (
    parsed && { purl: formatPurl(parsed), packageKey: packageKeyOf(parsed) }
  );
}

describe('canonicalPurl', () => {
  it('takes a short cut only where it leads to the same place', () => {
    const type = fc.constantFrom(
      ...['npm', 'maven', 'golang', 'cargo', 'gem', 'nuget', 'composer', 'hex'],
      ...['pypi', 'deb', 'NPM', 'swift', 'julia', 'generic'],
    );
    const part = fc.string({
      unit: fc.constantFrom(
        ...'aZ0._-~:@%/?#&= \u00e9'.split(''),
        '%40',
        '%2F',
      ),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        type,
        fc.array(part),
        part,
        part,
        (kind, spaces, name, at) => {
          const text = `pkg:${kind}/${[...spaces, name].join('/')}@${at}`;
          expect(canonicalPurl(text)).toEqual(viaParts(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['pkg:npm/%40scope/name@1.0.0', 'pkg:npm/%40scope/name'],
    ['pkg:maven/org.a.b/c-d@1.0-RC1', 'pkg:maven/org.a.b/c-d'],
    ['pkg:golang/github.com/a/b@v1.2.3', 'pkg:golang/github.com/a/b'],
  ])('keeps %p as it is', (purl, packageKey) => {
    expect(canonicalPurl(purl)).toEqual({ purl, packageKey });
    expect(viaParts(purl)).toEqual({ purl, packageKey });
  });
});

import fc from 'fast-check';
import { schemaPattern } from './schemaPattern';
import { cycloneDxValidator } from './schemas';

const HASHES =
  '^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$';

it('gives the verdicts of the regular expression', () => {
  const text = fc
    .tuple(
      fc.constantFrom(0, 31, 32, 33, 40, 64, 96, 127, 128, 129),
      fc.constantFrom('0', 'f', 'F', 'g', 'é', '\n'),
      fc.nat({ max: 128 }),
    )
    .map(([length, odd, at]) => {
      const hex = 'a1'.repeat(65).slice(0, length);
      return at < length ? hex.slice(0, at) + odd + hex.slice(at + 1) : hex;
    });
  for (const source of [
    HASHES,
    '^([a-fA-F0-9]{32})$',
    '^(.*)$',
    '^[A-Z]{2}$',
  ]) {
    const slow = new RegExp(source, 'u');
    const fast = schemaPattern(source, 'u');
    expect(fast.toString()).toBe(slow.toString());
    fc.assert(
      fc.property(text, value => {
        expect(fast.test(value)).toBe(slow.test(value));
      }),
    );
  }
  expect(schemaPattern(HASHES, 'u')).not.toBeInstanceOf(RegExp);
});

it.each([
  ['MIT', true],
  ['mit', false],
  ['toString', false],
])('tells whether %s is a licence of the long list', (id, valid) => {
  const validate = cycloneDxValidator('1.6', false);
  const licenses = [{ license: { id } }];
  const components = [{ type: 'library', name: 'a', licenses }];
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', components };
  expect(validate(bom)).toBe(valid);
});

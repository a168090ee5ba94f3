import fc from 'fast-check';
import ids from 'spdx-license-ids/index.json';
import { licenceAlternatives } from './licenceAlternatives';
import { LicenceNode, parseLicenceExpression } from './parseLicenceExpression';
import { readLicence } from './readLicence';

describe('parseLicenceExpression', () => {
  it.each<[string, string[][]]>([
    ['MIT', [['MIT']]],
    ['mit', [['MIT']]],
    [' ( apache-2.0 ) ', [['Apache-2.0']]],
    ['MIT OR Apache-2.0', [['MIT'], ['Apache-2.0']]],
    [
      'MIT AND (BSD-3-Clause OR ISC)',
      [
        ['BSD-3-Clause', 'MIT'],
        ['ISC', 'MIT'],
      ],
    ],
    ['MIT OR ISC AND Zlib', [['MIT'], ['ISC', 'Zlib']]],
    ['MIT AND MIT', [['MIT']]],
    ['GPL-2.0+', [['GPL-2.0+']]],
    ['apache-2.0+', [['Apache-2.0+']]],
    [
      'GPL-2.0-only WITH classpath-exception-2.0',
      [['GPL-2.0-only WITH Classpath-exception-2.0']],
    ],
    ['LicenseRef-Acme', [['LicenseRef-Acme']]],
    ['DocumentRef-x:LicenseRef-Acme', [['DocumentRef-x:LicenseRef-Acme']]],
  ])('reads %p', (expression, alternatives) => {
    expect(licenceAlternatives(expression)).toEqual(alternatives);
  });

  it.each([
    '',
    '()',
    'MIT or Apache',
    'MIT Apache-2.0',
    'MIT OR',
    'OR MIT',
    'MIT AND OR ISC',
    '(MIT',
    'MIT)',
    'MIT WITH',
    'MIT WITH (ISC)',
    '(MIT OR ISC) WITH Classpath-exception-2.0',
    'Apache License, Version 2.0',
    'SEE LICENSE IN LICENSE.md',
    'https://opensource.org/licenses/MIT',
    'MIT/Apache-2.0',
    'foo:LicenseRef-Acme',
    '+',
    `${'('.repeat(65)}MIT${')'.repeat(65)}`,
    `MIT${' OR MIT'.repeat(3000)}`,
  ])('does not guess what %p means', expression => {
    expect(parseLicenceExpression(expression)).toBeUndefined();
    expect(readLicence(expression)).toEqual({
      expression,
      alternatives: [],
      unknownIds: [],
    });
  });

  it.each([
    ['UNLICENSED', ['UNLICENSED']],
    ['NOASSERTION', ['NOASSERTION']],
    ['MIT AND LicenseRef-Acme', ['LicenseRef-Acme']],
    ['GPL-2.0-only WITH Own-exception', ['GPL-2.0-only WITH Own-exception']],
    ['Unlicense', []],
    ['AGPL-3.0', []],
  ])('knows which ids of %p are listed', (expression, unknownIds) => {
    expect(readLicence(expression).unknownIds).toEqual(unknownIds);
  });

  it('knows every id of the SPDX list', () => {
    for (const id of ids) {
      expect(readLicence(id.toUpperCase())).toEqual({
        expression: id.toUpperCase(),
        alternatives: [[id]],
        unknownIds: [],
      });
    }
  });
});

const NAMES = ['MIT', 'ISC', 'Zlib', '0BSD', 'LicenseRef-x'];
const { tree } = fc.letrec<{ tree: LicenceNode }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...NAMES).map(id => ({
      kind: 'licence' as const,
      id,
      known: !id.startsWith('LicenseRef-'),
    })),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
    }),
  ),
}));

function write(node: LicenceNode): string {
  return node.kind === 'licence'
    ? node.id
    : `(${node.parts.map(write).join(` ${node.kind.toUpperCase()} `)})`;
}

function isSatisfied(node: LicenceNode, held: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case 'licence':
      return held.has(node.id);
    case 'and':
      return node.parts.every(part => isSatisfied(part, held));
    default:
      return node.parts.some(part => isSatisfied(part, held));
  }
}

describe('licenceAlternatives', () => {
  it('is satisfied by the same sets of licences as the expression', () => {
    let written = 0;
    fc.assert(
      fc.property(tree, node => {
        const alternatives = licenceAlternatives(write(node));
        if (alternatives.length === 0) {
          return;
        }
        written += 1;
        for (let row = 0; row < 2 ** NAMES.length; row++) {
          const held = new Set(NAMES.filter((_, bit) => row & (1 << bit)));
          expect(
            alternatives.some(needed => needed.every(id => held.has(id))),
          ).toBe(isSatisfied(node, held));
        }
      }),
    );
    // The property must not hold only because everything was beyond the cap.
    expect(written).toBeGreaterThan(20);
  });

  it('never writes more alternatives than its cap', () => {
    const pairs = (n: number) =>
      Array.from({ length: n }, (_, i) => `(LicenseRef-a${i} OR MIT-${i})`);
    expect(licenceAlternatives(pairs(6).join(' AND '))).toHaveLength(64);
    expect(licenceAlternatives(pairs(7).join(' AND '))).toEqual([]);
    // 2^400 alternatives, and chains that are as long as is let in.
    expect(licenceAlternatives(pairs(400).join(' AND '))).toEqual([]);
    expect(licenceAlternatives(pairs(4).join(' OR '), 7)).toEqual([]);
    const chain = Array.from({ length: 800 }, (_, i) => `LicenseRef-${i}`);
    expect(licenceAlternatives(chain.join(' AND '))[0]).toHaveLength(800);
    expect(licenceAlternatives(chain.join(' OR '))).toEqual([]);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('(', ')', 'AND', 'OR', 'WITH', 'MIT', '+', ' ', 'ü'),
          { maxLength: 60 },
        ),
        words => {
          const { alternatives } = readLicence(words.join(' '));
          expect(alternatives.length).toBeLessThanOrEqual(64);
        },
      ),
    );
  });
});

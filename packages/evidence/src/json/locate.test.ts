import fc from 'fast-check';
import { escapeToken } from './JsonPath';
import { locate } from './locate';

function every(value: unknown, pointer = ''): [string, unknown][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          every(item, `${pointer}/${escapeToken(key)}`),
        )
      : [];
  return [[pointer, value], ...inner];
}

describe('locate', () => {
  it('finds where any value of any document begins', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const lines = text.split('\n');
        const wanted = every(JSON.parse(text));
        const places = locate(
          Buffer.from(text),
          wanted.map(([pointer]) => pointer),
        );
        for (const [pointer, item] of wanted) {
          const { line, column } = places.get(pointer)!;
          const rest = [
            lines[line - 1].slice(column - 1),
            ...lines.slice(line),
          ].join('');
          const compact = JSON.stringify(item, undefined, indent);
          expect(rest.replace(/\s/g, '')).toMatch(
            new RegExp(
              `^${compact
                .replace(/\s/g, '')
                .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
            ),
          );
        }
      }),
    );
  });

  it('takes the last of equal keys, counts characters, and leaves out what is not there', () => {
    const text = '\ufeff{"a~/é": [1,\n {"ö": "😀", "b": 2, "b": [ ]}], "c": 3}';
    const places = locate(Buffer.from(text), [
      '/a~0~1é/1/b',
      '/a~0~1é/7',
      '/c/d',
      '/nowhere',
    ]);
    expect(places).toEqual(new Map([['/a~0~1é/1/b', { line: 2, column: 27 }]]));
  });
});

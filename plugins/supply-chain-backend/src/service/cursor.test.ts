import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from './cursor';
import { pageOf } from './pageOf';

describe('cursors', () => {
  it('come back as they were given out, and only to their own list', () => {
    const cursor = encodeCursor('list', [7, 'é/😀']);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, 'list', ['number', 'string'])).toEqual([
      7,
      'é/😀',
    ]);
    const broken = [
      'not base64 !',
      Buffer.from('{}').toString('base64url'),
      encodeCursor('other', [7, 'a']),
      encodeCursor('list', ['7', 'a']),
      encodeCursor('list', [1e300, 'a']),
      encodeCursor('list', [0.5, 'a']),
      encodeCursor('list', [7]),
      encodeCursor('list', [7, 'a\0']),
    ];
    for (const text of broken) {
      expect(() => decodeCursor(text, 'list', ['number', 'string'])).toThrow(
        InputError,
      );
    }
  });

  it('pages over equal values without losing or repeating rows', () => {
    const items = [...'gacebdf'].map((key, at) => ({ key, value: at % 2 }));
    for (const descending of [false, true]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = pageOf({
          name: 'list',
          items,
          valueOf: item => item.value,
          keyOf: item => item.key,
          descending,
          cursor,
          limit: 3,
        });
        expect(page.totalItems).toBe(7);
        seen.push(...page.items.map(item => item.key));
        cursor = page.nextCursor;
      } while (cursor);
      const even = ['b', 'c', 'f', 'g'];
      const odd = ['a', 'd', 'e'];
      expect(seen).toEqual(descending ? [...odd, ...even] : [...even, ...odd]);
    }
  });
});

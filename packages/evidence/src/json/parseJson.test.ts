import fc from 'fast-check';
import { EvidenceError } from '../model/EvidenceError';
import { withDefaultLimits } from './limits';
import { parseJson } from './parseJson';

const limits = withDefaultLimits();
const bytesOf = (text: string) => Buffer.from(text, 'utf8');

function refusalOf(bytes: Uint8Array, own = limits): EvidenceError {
  try {
    parseJson(bytes, own);
  } catch (error) {
    if (error instanceof EvidenceError) return error;
    throw error;
  }
  throw new Error('The bytes were accepted');
}

function nativeAccepts(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

function oursAccepts(bytes: Uint8Array): boolean {
  try {
    return parseJson(bytes, limits).trailingAt === undefined;
  } catch (error) {
    if (error instanceof EvidenceError) return false;
    throw error;
  }
}

describe('parseJson', () => {
  it('gives the value of any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), text => {
        const parsed = parseJson(bytesOf(text), limits);
        expect(
          JSON.stringify(parsed.value).replace(/\ufffd|\\u0000/g, ''),
        ).toBe(JSON.stringify(JSON.parse(text)).replace(/\ufffd|\\u0000/g, ''));
      }),
    );
  });

  it('agrees with JSON.parse on mutated bytes', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.oneof(
          fc.constantFrom(...bytesOf('{}[]",:\\u0e-+.tfn \n')),
          fc.nat(255),
        ),
        fc.boolean(),
        (text, where, byte, replace) => {
          const bytes = bytesOf(text);
          const at = where % (bytes.length + 1);
          const mutated = Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from([byte]),
            bytes.subarray(at + (replace ? 1 : 0)),
          ]);
          expect(oursAccepts(mutated)).toBe(nativeAccepts(mutated));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('finds a duplicate key however it is spelt and however many there are', () => {
    const [first] = parseJson(
      bytesOf('{"x": [1, {"a": 1,\n  "\\u0061": 2}]}'),
      limits,
    ).ambiguities;
    expect(first).toMatchObject({
      code: 'duplicate-key',
      pointer: '/x/1/a',
      line: 2,
      column: 3,
      level: 'error',
    });
    const many = Array.from({ length: 40 }, (_, i) => `"k${i}":0`).join();
    const codes = (text: string) =>
      parseJson(bytesOf(text), limits).ambiguities.map(({ code }) => code);
    expect(codes(`{${many}}`)).toEqual([]);
    expect(codes(`{${many},"k3":1,"k39":1}`)).toEqual([
      'duplicate-key',
      'duplicate-key',
    ]);
    expect(codes('[{"a":1},{"a":1}]')).toEqual([]);
  });

  it('tells trailing data and lone surrogates', () => {
    const parsed = parseJson(
      bytesOf('["\\ud800", "\\ud83d\\ude00"] x'),
      limits,
    );
    expect(parsed.ambiguities.map(({ code }) => code)).toEqual([
      'lone-surrogate',
      'trailing-data',
    ]);
    expect(parsed.trailingAt).toBe(27);
  });

  it('locates what it refuses', () => {
    expect(refusalOf(bytesOf('{"a": [1,\n 2 3]}'))).toMatchObject({
      code: 'invalid-json',
      pointer: '/a/1',
      line: 2,
      column: 4,
    });
    expect(
      refusalOf(bytesOf('{"a": {\n"b": [[1]]}}'), { ...limits, maxDepth: 3 }),
    ).toMatchObject({
      code: 'too-deep',
      pointer: '/a/b/0',
      line: 2,
      column: 7,
      remedy: expect.any(String),
    });
    expect(
      parseJson(bytesOf('{"a": 1}\n  {"a": 2}'), limits).ambiguities,
    ).toEqual([
      {
        code: 'trailing-data',
        message: expect.any(String),
        pointer: '',
        line: 2,
        column: 3,
        level: 'error',
      },
    ]);
    expect(
      refusalOf(Buffer.from([0x22, 0xc3, 0xa9, 0xff, 0x22])),
    ).toMatchObject({
      code: 'invalid-utf8',
      line: 1,
      column: 3,
    });
  });

  it('refuses what costs too much, and takes what just does not', () => {
    const nested = (depth: number) =>
      bytesOf('['.repeat(depth) + ']'.repeat(depth));
    expect(parseJson(nested(64), limits).ambiguities).toEqual([]);
    expect(refusalOf(nested(65)).code).toBe('too-deep');
    expect(refusalOf(nested(5_000_000)).code).toBe('too-deep');
    expect(refusalOf(bytesOf(`"${'x'.repeat(20_000_000)}"`)).code).toBe(
      'string-too-long',
    );
    const few = { ...limits, maxNodes: 4 };
    expect(parseJson(bytesOf('[1,2,3]'), few).value).toEqual([1, 2, 3]);
    expect(refusalOf(bytesOf('[1,2,3,4]'), few).code).toBe('too-many-nodes');
  });

  it('replaces NUL, strips a byte order mark and keeps __proto__ an own key', () => {
    const parsed = parseJson(
      bytesOf('\ufeff{"__proto__": "a\\u0000b"}'),
      limits,
    );
    expect(Object.hasOwn(parsed.value as object, '__proto__')).toBe(true);
    expect(Object.values(parsed.value as object)).toEqual(['a\ufffdb']);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['nul-character']);
  });
});

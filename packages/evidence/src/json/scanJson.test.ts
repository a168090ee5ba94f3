import fc from 'fast-check';
import { EvidenceError } from '../model/EvidenceError';
import { withDefaultLimits } from './limits';
import { JsonScan, scanJson } from './scanJson';

const LIMITS = withDefaultLimits();
const RUNS = { numRuns: 300 };

/** An object as pairs, so that a key may occur twice, however it is written. */
type Pair = [key: { text: string; raw: string }, value: Tree];
interface Tree {
  scalar?: string;
  items?: Tree[];
  pairs?: Pair[];
}

const space = fc.stringMatching(/^[ \t\r\n]{0,2}$/);

/** One text, with some characters escaped that need not be. */
const writtenText = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('a', 'b', '', 'é', '"', '\\', '__proto__', '\u{1F600}'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  )
  .map(([text, escaped]) => ({
    text,
    raw: `"${text
      .split('')
      .map((unit, i) => {
        const plain = JSON.stringify(unit).slice(1, -1);
        const code = unit.charCodeAt(0).toString(16).padStart(4, '0');
        return escaped[i % 8] ? `\\u${code}` : plain;
      })
      .join('')}"`,
  }));

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      scalar: fc.oneof(
        fc.constantFrom('0', '-0', '1.5e-3', '1E400', 'true', 'false', 'null'),
        fc.double().map(value => JSON.stringify(value)),
        writtenText.map(({ raw }) => raw),
      ),
    }),
    fc.record({ items: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({
      pairs: fc.array(fc.tuple(writtenText, tie('tree')), { maxLength: 8 }),
    }),
  ),
}));

function write(node: Tree, gap: string): string {
  if (node.items) {
    return `[${gap}${node.items
      .map(item => write(item, gap))
      .join(`${gap},`)}]`;
  }
  if (node.pairs) {
    const pairs = node.pairs.map(
      ([key, value]) => `${gap}${key.raw}${gap}:${gap}${write(value, gap)}`,
    );
    return `{${pairs.join(',')}${gap}}`;
  }
  return node.scalar!;
}

/** Keys that their object already had, in the order of the text. */
function duplicatesOf(node: Tree, pointer = ''): string[] {
  if (node.items) {
    return node.items.flatMap((item, i) =>
      duplicatesOf(item, `${pointer}/${i}`),
    );
  }
  return (node.pairs ?? []).flatMap(([{ text }, value], i) => {
    const own = `${pointer}/${text.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const before = node.pairs!.slice(0, i);
    return [
      ...(before.some(([key]) => key.text === text) ? [own] : []),
      ...duplicatesOf(value, own),
    ];
  });
}

function countOf(node: Tree): number {
  const inner = node.items ?? node.pairs?.map(([, value]) => value) ?? [];
  return inner.reduce((sum, item) => sum + countOf(item), 1);
}

function scan(bytes: Uint8Array): JsonScan | EvidenceError {
  try {
    return scanJson(bytes, LIMITS);
  } catch (error) {
    if (error instanceof EvidenceError) return error;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Accepted with nothing behind it, or refused as no JSON. */
function verdictOf(bytes: Uint8Array): boolean | string {
  const found = scan(bytes);
  if (!(found instanceof EvidenceError)) return found.trailingAt === undefined;
  return found.code === 'invalid-json' ? false : found.code;
}

/** Checks what the scan tells of the document, and gives its duplicate keys. */
function expectFound(node: Tree, gap: string): string[] {
  const bytes = Buffer.from(write(node, gap));
  const found = scan(bytes) as JsonScan;
  expect(found).not.toBeInstanceOf(EvidenceError);
  expect(found.nodes).toBe(countOf(node));
  expect(found.end).toBe(bytes.length);
  const wanted = duplicatesOf(node).map(pointer => pointer.slice(0, 500));
  const reported = found.ambiguities.filter(
    ({ code }) => code === 'duplicate-key',
  );
  // A hundred ambiguities are told one by one, the others counted
  if (found.ambiguityCount <= 100) {
    expect(reported.map(({ pointer }) => pointer)).toEqual(wanted);
  }
  return wanted;
}

describe('scanJson', () => {
  it('counts the values and finds every duplicate key of any document', () => {
    let withDuplicates = 0;
    fc.assert(
      fc.property(tree, space, (node, gap) => {
        const wanted = expectFound(node, gap);
        if (wanted.length > 0) withDuplicates += 1;
      }),
      RUNS,
    );
    // Else the property would say nothing of them
    expect(withDuplicates).toBeGreaterThan(RUNS.numRuns / 20);
  });

  it('finds them in objects of many keys, which it remembers in another way', () => {
    expect.hasAssertions();
    const keys = fc.array(writtenText, {
      minLength: 12,
      maxLength: 60,
      size: 'max',
    });
    fc.assert(
      fc.property(keys, keys, space, (outer, inner, gap) => {
        const scalar = { scalar: '1' };
        const pairs = inner.map((key): Pair => [key, scalar]);
        expectFound(
          {
            pairs: outer.map((key, i) => [key, i % 9 ? scalar : { pairs }]),
          },
          gap,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('accepts what JSON.parse accepts, and nothing else, after any edits', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      put: fc.oneof(
        fc.constantFrom(
          ...'{}[]":,\\\n\u0001-+.eE01',
          'u',
          'null',
          '\\u12',
          '\\ud800',
          '/**/',
          '\u00a0',
          '\ufeff',
          '00',
        ),
        fc.string({ maxLength: 2 }),
        fc.constant(''),
      ),
    });
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        tree,
        space,
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (node, gap, edits) => {
          let text = write(node, gap);
          for (const { at, remove, put } of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put + text.slice(from + remove);
          }
          const bytes = Buffer.from(text);
          const wanted = isJson(bytes.toString());
          seen[wanted ? 'accepted' : 'refused'] += 1;
          expect(verdictOf(bytes)).toBe(wanted);
        },
      ),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom('', '{"a":', '["', '[1,'),
        (bytes, start) => {
          const whole = Buffer.concat([Buffer.from(start), bytes]);
          const text = whole.toString();
          // Bytes that are not UTF-8 are refused before the scan
          fc.pre(Buffer.from(text).equals(whole));
          expect(verdictOf(whole)).toBe(isJson(text));
        },
      ),
      RUNS,
    );
  });

  it('draws the line of depth where it says, however containers are mixed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 60, maxLength: 70 }),
        kinds => {
          const opening = kinds.map(array => (array ? '[' : '{"a":'));
          const closing = kinds.map(array => (array ? ']' : '}')).reverse();
          const text = `${opening.join('')}1${closing.join('')}`;
          expect(isJson(text)).toBe(true);
          expect(verdictOf(Buffer.from(text))).toBe(
            kinds.length <= LIMITS.maxDepth ? true : 'too-deep',
          );
        },
      ),
    );
  });
});

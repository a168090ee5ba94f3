/*
 * ajv compares every pair of items, which takes minutes on a large BOM. Equal items
 * have equal fingerprints, so only items that share one are compared in full, and
 * those by their canonical text in a Set: linear, with the same verdicts.
 */
import { FuncKeywordDefinition } from 'ajv';

const TELLING = ['url', 'content', 'purl', 'name', 'version', 'id', 'value'];

/** Whether all items differ, object keys in any order. @internal */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  if (items.length < 2) return true;
  const first = new Map<unknown, number>();
  let texts: Set<string> | undefined;
  let inTexts: Set<number> | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const print = fingerprint(items[index]);
    const earlier = first.get(print);
    if (earlier === undefined) {
      first.set(print, index);
      continue;
    }
    texts ??= new Set();
    inTexts ??= new Set();
    if (!inTexts.has(earlier)) {
      inTexts.add(earlier);
      texts.add(canonicalText(items[earlier]));
    }
    const text = canonicalText(items[index]);
    if (texts.has(text)) return false;
    texts.add(text);
  }
  return true;
}

/** The keyword for ajv. @internal */
export const linearUniqueItems: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  errors: false,
  validate: (wanted: boolean, items: unknown[]) =>
    !wanted || hasUniqueItems(items),
};

/** Equal for equal items; most different items have different ones. */
function fingerprint(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  if (Array.isArray(item)) return `array:${item.length}`;
  const object = item as { [key: string]: unknown };
  // What has a name of its own in the document needs no other mark
  const own = object['bom-ref'] ?? object.ref;
  if (typeof own === 'string') return own;
  let print = '';
  for (const key of TELLING) {
    const value = object[key];
    if (typeof value === 'string') print += `\n${key}=${value}`;
  }
  return print;
}

function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const object = value as { [key: string]: unknown };
  return `{${Object.keys(object)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalText(object[key])}`)
    .join(',')}}`;
}

/*
 * ajv compares every pair of items, which takes minutes on a large BOM. Equal items
 * have equal fingerprints, so only items that share one are compared in full, and
 * those by their canonical text in a Set: linear, with the same verdicts.
 */
import { FuncKeywordDefinition } from 'ajv';

const TELLING = [
  'bom-ref',
  'ref',
  'purl',
  'group',
  'name',
  'version',
  'id',
  'alg',
  'content',
  'url',
  'type',
  'value',
];

/** Whether all items differ, object keys in any order. @internal */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  if (items.length < 2) return true;
  const first = new Map<string, number>();
  const texts = new Set<string>();
  const inTexts = new Set<number>();
  for (const [index, item] of items.entries()) {
    const print = fingerprint(item);
    const earlier = first.get(print);
    if (earlier === undefined) {
      first.set(print, index);
      continue;
    }
    if (!inTexts.has(earlier)) {
      inTexts.add(earlier);
      texts.add(canonicalText(items[earlier]));
    }
    const text = canonicalText(item);
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

function fingerprint(item: unknown): string {
  if (typeof item !== 'object' || item === null) {
    return `${typeof item}:${String(item)}`;
  }
  if (Array.isArray(item)) return `array:${item.length}`;
  const object = item as { [key: string]: unknown };
  let print = 'object';
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

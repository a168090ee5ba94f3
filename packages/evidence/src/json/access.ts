/*
 * Tolerant access to parsed documents: a field of the wrong type reads as absent.
 * The schema verdict tells the person; reading only has to survive.
 */

// What every object inherits are functions and objects, never text, numbers or
// arrays; those need no question whether they are the document's own.

/** A JSON object. @internal */
export type JsonObject = { [key: string]: unknown };

/** @internal */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property that is an object; never one of the prototype's. @internal */
export function objectAt(value: unknown, key: string): JsonObject | undefined {
  const inner = valueAt(value, key);
  return isObject(inner) ? inner : undefined;
}

/** @internal */
export function arrayAt(value: unknown, key: string): unknown[] {
  const inner = isObject(value) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : [];
}

/** Text that is not empty. @internal */
export function stringAt(value: unknown, key: string): string | undefined {
  const inner = isObject(value) ? value[key] : undefined;
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

/** @internal */
export function numberAt(value: unknown, key: string): number | undefined {
  const inner = isObject(value) ? value[key] : undefined;
  return typeof inner === 'number' ? inner : undefined;
}

/** @internal */
export function valueAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Strings of an array, without the rest. @internal */
export function stringsAt(value: unknown, key: string): string[] {
  return arrayAt(value, key).filter(
    (item): item is string => typeof item === 'string' && item !== '',
  );
}

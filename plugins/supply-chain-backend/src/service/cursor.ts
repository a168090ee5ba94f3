import { InputError } from '@backstage/errors';

/** The position after the last row of a page, in the order of the list. */
export type Position = (string | number)[];

/**
 * An opaque position. `order` names the list and its sorting, so that a cursor is
 * not taken for another one.
 */
export function encodeCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([order, ...position])).toString(
    'base64url',
  );
}

/** Throws `InputError` for a cursor that this very list did not give out. */
export function decodeCursor<const T extends ('string' | 'number')[]>(
  cursor: string | undefined,
  order: string,
  types: T,
):
  | { -readonly [K in keyof T]: T[K] extends 'number' ? number : string }
  | undefined {
  if (cursor === undefined) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = undefined;
  }
  if (
    !Array.isArray(parts) ||
    parts.length !== types.length + 1 ||
    parts[0] !== order ||
    !types.every((type, at) => isOfType(parts[at + 1], type))
  ) {
    throw new InputError(
      'The cursor is not one of this list; start again without it',
    );
  }
  return parts.slice(1) as any;
}

function isOfType(value: unknown, type: 'string' | 'number'): boolean {
  // a bigint column refuses fractions and what lies beyond its range
  if (type === 'number') return Number.isSafeInteger(value);
  // PostgreSQL takes no NUL in text
  return typeof value === 'string' && !value.includes('\0');
}

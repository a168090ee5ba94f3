/** Epoch milliseconds of a `bigint` column, which PostgreSQL gives as text. */
export function toDate(value: unknown): Date {
  return new Date(Number(value));
}

/** RFC 3339, as every answer states times. */
export function toIso(value: unknown): string {
  return toDate(value).toISOString();
}

export function toOptionalIso(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : toIso(value);
}

/** DB nulls become `undefined` here and nowhere else. */
export function toOptional<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** JSON columns are text on both engines. */
export function toJson<T>(value: unknown, otherwise: T): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : otherwise;
}

/** Leaves out what is not there, so that answers hold no `undefined` members. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as T;
}

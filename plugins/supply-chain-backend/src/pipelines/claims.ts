/** What a token, or somebody who asks about one, says. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The value of a claim as text, for exact comparison. Numbers that lost digits when
 * they were parsed are nobody's id, and lists are not one value.
 */
export function claimText(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (typeof value === 'string' && value) return value;
  if (typeof value === 'boolean') return String(value);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** A claim as it is quoted in a sentence. */
export function quoteClaim(claims: Claims, name: string): string {
  const value = claimText(claims, name);
  return value === undefined
    ? `no ${name}`
    : `${name} '${value.slice(0, 200)}'`;
}

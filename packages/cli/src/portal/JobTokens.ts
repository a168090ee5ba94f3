/**
 * Tokens to show the portal. A token of GitHub counts for one document: the portal
 * refuses it with another idempotency key. Reading uses none up.
 */
export interface JobTokens {
  /** The token for a request; the same key gets the same token while it is valid. */
  get(key: string): Promise<string>;
  /** Forgets the token of a key; false where there is no other to be had. */
  renew(key: string): boolean;
  /** Whose tokens these are, for the remedy when they are refused. */
  origin: 'given' | 'github' | 'gitlab' | 'development';
}

/** The key of everything that only reads. */
export const READING = 'read';

/** One token for everything. */
export function givenToken(
  token: string,
  origin: 'given' | 'development',
): JobTokens {
  return { origin, get: async () => token, renew: () => false };
}

/**
 * Keys of PostgreSQL's advisory locks, in the order in which a transaction may take
 * several. In one place, because two of one number are one lock.
 */
export const ADVISORY_LOCKS = {
  trustPolicies: 7_305_524,
  keeping: 7_305_522,
  /** With the digest as its second key. */
  digests: 7_305_523,
  ledger: 7_305_521,
} as const;

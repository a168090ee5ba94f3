import type { ReadLimits } from '../worker/types';

/** What a document may cost before it is refused; design section 3 and 10. @public */
export const DEFAULT_READ_LIMITS: Readonly<ReadLimits> = Object.freeze({
  maxBytes: 128 * 1024 * 1024,
  maxDepth: 64,
  maxNodes: 5_000_000,
  maxStringBytes: 4 * 1024 * 1024,
  maxReadingBytes: 16 * 1024 * 1024,
});

/** Fills in the limits that the caller left out. @internal */
export function withDefaultLimits(
  limits: Partial<ReadLimits> = {},
): ReadLimits {
  return { ...DEFAULT_READ_LIMITS, ...limits };
}

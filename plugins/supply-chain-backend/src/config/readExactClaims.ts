import { Config } from '@backstage/config';

/**
 * Claim names with the exact values they must have. YAML makes numbers of ids that
 * tokens carry as text, so numbers and booleans are taken as they are written; an id
 * that a number cannot hold must be quoted.
 */
export function readExactClaims(
  config: Config,
  key: string,
): Record<string, string> | undefined {
  const claims = config.getOptional<Record<string, unknown>>(key);
  if (claims === undefined) return undefined;
  const entries = Object.entries(claims).map(([name, value]) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new Error(
        `supplyChain.pipelines: ${key}.${name} is a number that loses digits; put it in quotes`,
      );
    }
    const text =
      typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : value;
    if (typeof text !== 'string' || !text) {
      throw new Error(
        `supplyChain.pipelines: ${key}.${name} must be one exact value`,
      );
    }
    return [name, text] as const;
  });
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** What a token says, decoded. */
export type Claims = Record<string, unknown>;

/** Kinds of issuers that the portal knows. */
export type PipelineProvider = 'github' | 'gitlab' | 'generic';

/**
 * Claims that the provider never gives to anybody else, the one that tells the
 * project first. A generic issuer promises nothing, so its `sub` has to do.
 */
export const IDENTIFYING: Record<PipelineProvider, string[]> = {
  github: ['repository_id', 'repository_owner_id'],
  gitlab: ['project_id', 'namespace_id'],
  generic: ['sub'],
};

/** The value of a claim as the portal compares it; lists and objects are not one value. */
export function claimText(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (typeof value === 'string' && value) return value;
  if (typeof value === 'boolean') return String(value);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** Whose token claims look like; only to suggest a config that a person reads. */
export function guessProvider(claims: Claims): PipelineProvider {
  if (claimText(claims, 'repository_id')) return 'github';
  return claimText(claims, 'project_id') ? 'gitlab' : 'generic';
}

/** Why a real token with these claims would be refused before any mapping is asked. */
export function wrongAudience(
  claims: Claims,
  audience: string | undefined,
): string | undefined {
  if (audience === undefined || claims.aud === undefined) return undefined;
  const named = [claims.aud].flat().map(String);
  return named.length === 1 && named[0] === audience
    ? undefined
    : named.join(', ');
}

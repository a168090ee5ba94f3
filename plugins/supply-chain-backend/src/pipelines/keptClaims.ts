import { PipelinesConfig } from '../config/PipelinesConfig';
import { Claims, claimText } from './claims';
import { PROVIDERS } from './providers';

const ALWAYS = ['iss', 'sub', 'aud', 'jti', 'iat', 'exp'];
const MAX_LENGTH = 500;

/**
 * What a receipt keeps of a token: what the decision hung on and where the job ran,
 * but no names or addresses of people.
 */
export function keptClaims(
  config: PipelinesConfig,
  claims: Claims,
  mapping: number,
): Record<string, string> {
  const issuer = config.issuers.find(one => one.issuer === claims.iss);
  const names = [
    ...ALWAYS,
    ...(issuer ? PROVIDERS[issuer.provider].kept : []),
    ...Object.keys(issuer?.releaseWhen ?? {}),
    ...Object.keys(config.mappings[mapping].claims),
  ];
  const kept: Record<string, string> = {};
  for (const name of names) {
    const value = claimText(claims, name);
    if (value !== undefined) kept[name] = value.slice(0, MAX_LENGTH);
  }
  return kept;
}

import { createHash } from 'node:crypto';
import { toUSVString } from 'node:util';
import { PipelineIssuer, PipelineProvider } from '../config/PipelinesConfig';
import { Claims, claimText } from './claims';
import { PROVIDERS } from './providers';

/** Servers whose ids need no host before them. */
const PUBLIC: Partial<Record<PipelineProvider, string>> = {
  github: 'https://token.actions.githubusercontent.com',
  gitlab: 'https://gitlab.com',
};

/** What the column of a receipt holds. */
const MAX_LENGTH = 255;

/**
 * Who a pipeline is, the same for every job of its project: `pipeline:github/<id>`.
 * Another server's ids are other projects, so its address stands before them. A slash
 * only ever stands between the parts, so that no two pipelines are one.
 */
export function principalRefOf(
  issuer: PipelineIssuer,
  claims: Claims,
): string | undefined {
  const [claim] = PROVIDERS[issuer.provider].identifying;
  const id = claimText(claims, claim);
  // Half a character is nobody's name
  if (id === undefined || toUSVString(id) !== id) return undefined;
  const { provider } = issuer;
  const address = issuer.issuer.slice(issuer.issuer.indexOf('://') + 3);
  const place = PUBLIC[provider] === issuer.issuer ? [] : [address];
  const parts = [provider, ...place, id].map(encodeURIComponent);
  const ref = `pipeline:${parts.join('/')}`;
  if (ref.length <= MAX_LENGTH) return ref;
  const hash = createHash('sha256').update(ref).digest('hex');
  return `${ref.slice(0, 180)}#${hash}`;
}
